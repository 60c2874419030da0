"use strict";

// A section whose heading holds the words stands before a long page that holds them somewhere.
var Scorer = {
  score: ([, , , , score, , kind]) => (kind === "title" ? score + 20 : score),
  objNameMatch: 11,
  objPartialMatch: 6,
  objPrio: {},
  objPrioDefault: 0,
  title: 15,
  partialTitle: 7,
  term: 5,
  partialTerm: 2,
};
