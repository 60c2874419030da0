"""Diaries of a leaflet as they are written, and a clinic's times for them, for tests to break."""

HOURLY = """\
diary:
  type: hourly
  title: Day diary
  introduction: Write at each time.
  instructions:
    first: Start now.
    last: Bring it.
  baseline: Before
  questions:
    - {id: rest, answer: score, text: Pain}
    - {id: relief, answer: percent, text: Relief, at_baseline: false}
    - {id: up, answer: tick, text: Up}
    - {id: asleep, answer: tick, text: Asleep, at_baseline: false}
    - {id: done, answer: words, text: What I did}
  blanks:
    ended: "It ended at:"
"""
FOLLOW_UP = """\
diary:
  type: follow-up
  title: Diary of months
  introduction: Write on each date.
  instructions:
    first: Start now.
  baseline: Before
  questions:
    - {id: worst, answer: score, text: Worst pain}
    - id: sleep
      answer: choice
      text: How did you sleep?
      options: {well: Well, badly: Badly}
    - id: change
      answer: choice
      text: How are you now?
      options: {better: Better, worse: Worse}
      at_baseline: false
    - {id: note, answer: words, text: A note}
"""
TIMES = """\
diaries:
  - leaflet: nerve
    every: 30 minutes
    until: 2 hours
"""
"""Of a clinic, after all that stands in its file."""
