"""Events of a log: their hashes, their one canonical form (RFC 8785), and the chain of each subject. What is found is said here."""

import hashlib
import json
import re

findings = []


def say(kind, place, text):
    findings.append((kind, f"[{kind}] {place}: {text}"))


def sha256(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def leaf(entry):
    return sha256(b"\0", entry)


def node(left, right):
    return sha256(b"\1", left, right)


def number(value):
    """A double as ECMAScript writes it (RFC 8785, 3.2.2.3)."""
    if value == 0:
        return "0"
    sign, digits, exponent = re.fullmatch(r"(-?)([\d.]+)(?:e([+-]\d+))?", repr(value)).groups()
    whole, _, part = digits.partition(".")
    part = "" if part == "0" else part
    point = len(whole) + int(exponent or 0)
    plain = (whole + part).lstrip("0")
    point -= len(whole + part) - len(plain)
    plain = plain.rstrip("0")
    n, k = point, len(plain)
    if k <= n <= 21:
        return sign + plain + "0" * (n - k)
    if 0 < n <= 21:
        return sign + plain[:n] + "." + plain[n:]
    if -6 < n <= 0:
        return sign + "0." + "0" * -n + plain
    return sign + plain[0] + ("." + plain[1:] if k > 1 else "") + f"e{n - 1:+d}"


def canonical(value):
    if isinstance(value, dict):
        keys = sorted(value, key=lambda key: key.encode("utf-16-be"))
        return "{" + ",".join(f"{canonical(key)}:{canonical(value[key])}" for key in keys) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return number(float(value))
    return json.dumps(value, ensure_ascii=False)


TEXTS = ("at", "countyCode", "lawPack", "prevHash", "subjectId", "subjectKind", "type")


def read_event(entry):
    """The event of an entry that is exactly its RFC 8785 form; None otherwise."""
    try:
        text = entry.decode("utf-8")
        event = json.loads(text)
        texts = [event[key] for key in TEXTS] + [event["actor"][key] for key in ("clientId", "personId", "post")]
        if canonical(event) != text or not all(isinstance(one, str) for one in texts) or not isinstance(event["data"], dict):
            return None
        event["subject"] = f"{event['subjectKind']}:{event['subjectId']}"
        return event if type(event["seq"]) is int and event["seq"] >= 1 else None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, OverflowError):
        return None


class Chains:
    """Events of each subject, numbered from 1 without gaps, each naming the hash of the one before."""

    def __init__(self):
        self.last, self.known = {}, None

    def gap(self):
        self.known = set()

    def follow(self, place, entry):
        event = read_event(entry)
        if event is None:
            say("tampered", place, "not an event in its canonical form")
            return None
        subject = event["subject"]
        seq, digest = self.last.get(subject, (0, ""))
        unknown = self.known is not None and subject not in self.known and event["seq"] > seq
        if self.known is not None:
            self.known.add(subject)
        if not unknown and (event["seq"] != seq + 1 or event["prevHash"] != digest):
            say("tampered", f"{place} {subject}#{event['seq']}", "does not follow the event before it")
        self.last[subject] = (event["seq"], sha256(entry).hex())
        return event
