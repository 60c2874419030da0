"""The list of keys lets no person count as two, and no key that is weak or everybody's."""

from base64 import b64decode, b64encode
from pathlib import Path

import pytest

from build_pack.approvals.signatures.allowed_signers import AllowedSigners, key_list
from tests.approvals.keys import new_key, public

KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI" + "A" * 43
PATH = Path("allowed_signers")


def of(*lines: str) -> AllowedSigners:
    return key_list("".join(f"{line}\n" for line in lines), PATH)


def message(*lines: str) -> str:
    found = of(*lines)
    assert found.entries == ()
    return found.problems[0].message


def changed(key: str, at: int = -1) -> str:
    """A key with another byte."""
    kind, blob = key.split()
    content = bytearray(b64decode(blob))
    content[at] ^= 1
    return f"{kind} {b64encode(bytes(content)).decode()}"


OTHER = changed(KEY)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        (f"first@sample {KEY}", "first@sample"),
        (f'"First Sample" {KEY} first@computer', "First Sample"),
        (f'first@sample namespaces="build-pack" {KEY}', "first@sample"),
        (f'first@sample valid-after="20260101",valid-before="202703010930Z" {KEY}', "first@sample"),
        (f"  Örnek.İmzacı\t{KEY}\r", "Örnek.İmzacı"),
        (f'"Пример Подпись" {KEY}', "Пример Подпись"),
    ],
)
def test_a_line_names_a_person_and_a_key(line: str, name: str) -> None:
    found = of("# who may sign", "", line)
    assert [one.name for one in found.entries] == [name]
    assert found.owner(KEY.split()[1]) == name
    assert found.problems == ()


@pytest.mark.parametrize(
    "name",
    ["*", "*@sample", "first*", "?irst", "!first,*", "first,second", "f@sample,*", '"*@sample"'],
)  # fmt: skip
def test_patterns_and_several_names_are_refused(name: str) -> None:
    assert message(f"{name} {KEY}").endswith("is a pattern, or more than one name.")


@pytest.mark.parametrize(
    "line",
    [
        f"*@sample cert-authority {KEY}",
        f"first cert-authority {KEY}",
        f'first cert-authority,namespaces="build-pack" {KEY}',
        f'first namespaces="build-pack",cert-authority {KEY}',
    ],
)
def test_a_certificate_authority_is_refused(line: str) -> None:
    assert message(line) == "Certificate authorities are not allowed: they can name anyone."


@pytest.mark.parametrize(
    "line",
    [
        "first",
        "first ssh-ed25519",
        f"first unknown-option {KEY}",
        f'first valid-before="soon" {KEY}',
        f"first valid-before=20260101 {KEY}",
        f'"first {KEY}',
        f'"fi\\"rst" {KEY}',
        KEY,
    ],
)  # fmt: skip
def test_a_line_that_is_none_is_refused(line: str) -> None:
    assert message(line)


@pytest.mark.parametrize(
    ("key", "fault"),
    [
        ("ssh-dss AAAAB3NzaC1kc3M=", "Keys of the type ssh-dss are not accepted."),
        ("ssh-xmss@openssh.com AAAA", "Keys of the type ssh-xmss@openssh.com are not accepted."),
        ("ssh-ed25519 AAAA", "This is not a complete public SSH key."),
        ("ssh-rsa " + KEY.split()[1], "This is not a complete public SSH key."),
        (KEY[:-4], "This is not a complete public SSH key."),
        ("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5", "This is not a complete public SSH key."),
    ],
)  # fmt: skip
def test_a_key_that_is_none_is_refused(key: str, fault: str) -> None:
    assert message(f"first {key}") == fault


def test_an_rsa_key_has_2048_bits(tmp_path: Path) -> None:
    weak = new_key(tmp_path, "weak", "-t", "rsa", "-b", "1024")
    assert message(f"first {public(weak)}") == "This RSA key has 1024 bits; the minimum is 2048."
    assert of(f"first {public(new_key(tmp_path, 'good', '-t', 'rsa', '-b', '2048'))}").entries


@pytest.mark.parametrize("bits", ["256", "384", "521"])
def test_keys_of_other_kinds_are_taken(tmp_path: Path, bits: str) -> None:
    key = public(new_key(tmp_path, "key", "-t", "ecdsa", "-b", bits))
    assert of(f"first {key}").entries


def test_one_key_is_one_person() -> None:
    assert message(f"first {KEY}", f"second {KEY}") == (
        "“first” and “second” have the same key; each person needs a different key."
    )


def test_one_key_of_two_kinds_is_one_person() -> None:
    """A security key that nobody has, made from a key that somebody has."""
    raw = b64decode(KEY.split()[1])[-32:]
    fields = (b"sk-ssh-ed25519@openssh.com", raw, b"ssh:")
    blob = b"".join(len(one).to_bytes(4, "big") + one for one in fields)
    sk = f"sk-ssh-ed25519@openssh.com {b64encode(blob).decode()}"
    assert of(f"first {sk}").entries
    assert message(f"first {KEY}", f"second {sk}").endswith(
        "have the same key; each person needs a different key."
    )


def test_one_rsa_key_with_another_exponent_is_one_person(tmp_path: Path) -> None:
    key = public(new_key(tmp_path, "key", "-t", "rsa", "-b", "2048"))
    assert message(f"first {key}", f"second {changed(key, 17)}").endswith(
        "have the same key; each person needs a different key."
    )


def test_one_person_may_have_two_keys() -> None:
    assert len(of(f"first {KEY}", f"first {OTHER}").entries) == 2


@pytest.mark.parametrize(
    "other", ["FIRST@sample", "Dr.first@sample", "fırst@sample", "f1rst@sample"]
)
def test_one_person_has_one_name(other: str) -> None:
    assert message(f"first@sample {KEY}", f"{other} {OTHER}") == (
        f"“first@sample” and “{other}” count as the same name."
    )


@pytest.mark.parametrize("name", ["fіrst", "first\u200b", "fi\u00adrst", "first\u3164", "12"])
def test_a_name_is_what_it_seems(name: str) -> None:
    assert message(f"{name} {KEY}").startswith("This is not a valid name: ")
