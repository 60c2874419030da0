"""`python -m benchmarks.faults`: spoil the real texts, and tell what the checks see of it."""

import click

from benchmarks.faults.measure import measured
from benchmarks.faults.table import PAGE, missed, table, written


@click.command()
@click.option("--write", is_flag=True, help=f"Write the table into {PAGE.name}.")
@click.option("--missed", "show", is_flag=True, help="List each fault that nothing saw.")
def main(*, write: bool, show: bool) -> None:
    """Spoil the real texts, one at a time, and tell which faults the checks see."""
    found = measured()
    if write:
        PAGE.write_text(written(PAGE, found), encoding="utf-8")
    else:
        click.echo(table(found))
    if show:
        click.echo(missed(found))


if __name__ == "__main__":
    main()
