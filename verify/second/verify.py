"""A second verifier, written apart from the first in another language: python3 verify.py <pack.json | ledger folder> --key <vkey>.

Exit 0 intact, 1 tampered, 2 incomplete. It needs Python 3.8 and nothing else. What it checks: README.md beside it.
"""

import argparse
import base64
import json
import os
import re
import sys

sys.dont_write_bytecode = True
from events import Chains, findings, leaf, node, say, sha256  # noqa: E402
from signatures import open_checkpoint, trusted_key  # noqa: E402

def root_from(index, size, found, proof):
    """RFC 6962, 2.1.1: the root that a proof leads to; None when it has not the hashes that the place asks for."""
    if size == 1:
        return found if not proof else None
    if not proof:
        return None
    k = 1 << ((size - 1).bit_length() - 1)
    if index < k:
        left = root_from(index, k, found, proof[:-1])
        return left and node(left, proof[-1])
    right = root_from(index - k, size - k, found, proof[:-1])
    return right and node(proof[-1], right)


def checkpoint(note, place, keys):
    head, fault = open_checkpoint(note, keys)
    if fault:
        say("incomplete" if fault == "unknown" else "tampered", place, "no key of the log was given" if fault == "unknown" else fault)
    return head


def verify_pack(pack, keys):
    head = None
    if pack["checkpoint"] == "":
        say("incomplete", "checkpoint", "there is none yet")
    else:
        head = checkpoint(pack["checkpoint"], "checkpoint", keys)
    if head and not head[0].endswith("/" + pack["countyCode"]):
        say("tampered", "checkpoint", "of another log")
    chains, before = Chains(), -1
    for i, proved in enumerate(pack["events"]):
        place, entry, index = f"events[{i}]", proved["entry"].encode("utf-8"), proved.get("index")
        event = chains.follow(place, entry)
        if event and (event["subject"] != f"case:{pack['caseId']}" or event["countyCode"] != pack["countyCode"]):
            say("tampered", place, "not an event of this case")
        if index is None:
            say("incomplete", place, "recorded since the checkpoint")
            before = float("inf")
            continue
        proof = [base64.b64decode(one) for one in proved["proof"]]
        same = [base64.b64encode(one).decode() for one in proof] == proved["proof"]
        if index <= before:
            say("tampered", place, "its index does not follow the one before")
        before = index
        if head and not (same and 0 <= index < head[1] and root_from(index, head[1], leaf(entry), proof) == head[2]):
            say("tampered", f"{place} index {index}", "the inclusion proof fails")
    if not pack["events"]:
        say("incomplete", "events", "there are none")


def entries_of(bundle):
    entries, at = [], 0
    while at + 2 <= len(bundle):
        end = at + 2 + int.from_bytes(bundle[at : at + 2], "big")
        entries.append(bundle[at + 2 : end])
        at = end
    return entries if at == len(bundle) else None


class Folder:
    def __init__(self, path):
        self.path, self.names, self.parts = path, [], {}
        for base, _, files in os.walk(path):
            self.names += [os.path.relpath(os.path.join(base, name), path).replace(os.sep, "/") for name in files]
        for name in sorted(self.names):
            found = re.fullmatch(r"tile/(\d{1,2}|entries)/((?:x\d{3}/)*\d{3})(?:\.p/(\d{1,3}))?", name)
            if found:
                place = (found[1], int(re.sub("[x/]", "", found[2])))
                self.parts.setdefault(place, []).append((int(found[3] or 256), name))
            elif name.startswith("tile/"):
                say("tampered", name, "no file of a log")

    def read(self, name):
        with open(os.path.join(self.path, name), "rb") as file:
            return file.read()


def bundle_at(folder, index, width):
    """The entries of a bundle, narrower ones of it checked to be its beginning; None when it is not there or damaged."""
    parts = sorted(folder.parts.get(("entries", index), []))
    wide = next((part for part in parts if part[0] >= width), None)
    if wide is None:
        say("incomplete", f"tile/entries {index}", "this bundle is missing")
        return None
    data = folder.read(wide[1])
    entries = entries_of(data)
    if entries is None or len(entries) != wide[0]:
        say("tampered", wide[1], "does not hold the entries of its name")
        return None
    for part in parts:
        narrow = folder.read(part[1]) if part[0] < wide[0] else b""
        if part[0] < wide[0] and (data[: len(narrow)] != narrow or len(entries_of(narrow) or []) != part[0]):
            say("tampered", part[1], "does not begin the bundle that took its place")
    return entries[:width]


def check_level(folder, level, hashes, size):
    """Every tile of a level against the hashes that the entries make."""
    places = {index for name, index in folder.parts if name == str(level)}
    for index in sorted(places | set(range((len(hashes) + 255) // 256 if level == 0 else 0))):
        wanted = hashes[index * 256 : index * 256 + 256]
        parts = folder.parts.get((str(level), index), [])
        if level == 0 and not any(width >= len(wanted) for width, _ in parts):
            say("incomplete", f"tile/0 {index}", "this tile is missing")
        for width, name in parts:
            if width > len(wanted):
                say("incomplete", name, "beyond the newest checkpoint")
            elif folder.read(name) != b"".join(wanted[:width]):
                say("tampered", name, "holds other hashes than the entries make")


def verify_folder(folder, keys):
    heads = []
    for name in sorted(folder.names):
        if name == "checkpoint" or name.startswith("checkpoints/"):
            head = checkpoint(folder.read(name).decode("utf-8", "replace"), name, keys)
            if head:
                heads.append((head, name))
            if head and name != "checkpoint" and int(name.split("/")[-1]) != head[1]:
                say("tampered", name, "is a checkpoint of another size")
    if not heads:
        return say("incomplete", "checkpoints/", "there is no checkpoint")
    size = max(head[1] for head, _ in heads)
    chains, hashes, stack, roots, whole = Chains(), [], [], {0: sha256()}, True
    for index in range((size + 255) // 256):
        width = min(256, size - index * 256)
        entries = bundle_at(folder, index, width)
        if entries is None:
            chains.gap()
            whole = False
            continue
        for i, entry in enumerate(entries):
            chains.follow(f"index {index * 256 + i}", entry)
            grown, height = leaf(entry), 1
            hashes.append(grown)
            while stack and stack[-1][0] == height:
                grown, height = node(stack.pop()[1], grown), height * 2
            stack.append((height, grown))
            if whole and any(head[1] == len(hashes) for head, _ in heads):
                root = stack[-1][1]
                for _, left in reversed(stack[:-1]):
                    root = node(left, root)
                roots[len(hashes)] = root
    for (origin, count, root), name in heads:
        if origin != heads[0][0][0]:
            say("tampered", name, "of another log")
        if count not in roots:
            say("incomplete", name, "entries are missing: its root cannot be computed")
        elif roots[count] != root:
            say("tampered", name, f"the first {count} entries do not make the root that was signed")
    level = 0
    while whole and (level == 0 or hashes):
        check_level(folder, level, hashes, size)
        level += 1
        hashes = [perfect(hashes[at : at + 256]) for at in range(0, len(hashes) - 255, 256)]


def perfect(hashes):
    while len(hashes) > 1:
        hashes = [node(hashes[i], hashes[i + 1]) for i in range(0, len(hashes), 2)]
    return hashes[0]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("path")
    parser.add_argument("--key", action="append", default=[])
    options = parser.parse_args()
    keys = [trusted_key(key) for key in options.key]
    if os.path.isdir(options.path):
        verify_folder(Folder(options.path), keys)
    else:
        try:
            with open(options.path, encoding="utf-8") as file:
                verify_pack(json.load(file), keys)
        except (ValueError, KeyError, TypeError, AttributeError):
            say("tampered", "pack", "not a proof pack")
    print(*(line for _, line in findings[:50]), sep="\n")
    code = 1 if any(kind == "tampered" for kind, _ in findings) else 2 if findings else 0
    print(("intact", "tampered", "incomplete")[code])
    sys.exit(code)


main()
