"""Signatures of a checkpoint (C2SP signed-note) with nothing but integers: Ed25519 (RFC 8032) and ECDSA on P-256 (FIPS 186-5)."""

import base64
import hashlib
import re

# Ed25519: RFC 8032, 5.1.
P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
ROOT_OF_MINUS_1 = pow(2, (P - 1) // 4, P)


def edwards_x(y, odd):
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT_OF_MINUS_1 % P
    if (x * x - square) % P or (x == 0 and odd):
        return None
    return P - x if x % 2 != odd else x


def edwards_add(a, b):
    (x1, y1, z1, t1), (x2, y2, z2, t2) = a, b
    i, j = (y1 - x1) * (y2 - x2) % P, (y1 + x1) * (y2 + x2) % P
    k, m = 2 * t1 * t2 * D % P, 2 * z1 * z2 % P
    e, f, g, h = j - i, m - k, m + k, j + i
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(add, number, point, zero):
    total = zero
    for bit in bin(number)[2:]:
        total = add(total, total)
        if bit == "1":
            total = add(total, point)
    return total


def edwards_point(data):
    number = int.from_bytes(data, "little")
    y, odd = number % 2**255, number >> 255
    x = edwards_x(y, odd) if y < P else None
    return None if x is None else (x, y, 1, x * y % P)


def edwards_bytes(point):
    x, y, z, _ = point
    inverse = pow(z, -1, P)
    return ((y * inverse % P) | ((x * inverse % P & 1) << 255)).to_bytes(32, "little")


BASE = edwards_point(bytes([0x58]) + bytes([0x66]) * 31)
NEUTRAL = (0, 1, 1, 0)


def ed25519_holds(key, message, signature):
    point = edwards_point(key)
    s = int.from_bytes(signature[32:], "little")
    if len(key) != 32 or len(signature) != 64 or point is None or s >= L:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % L
    x, y, z, t = point
    found = edwards_add(times(edwards_add, s, BASE, NEUTRAL), times(edwards_add, h, (P - x, y, z, P - t), NEUTRAL))
    return edwards_bytes(found) == signature[:32]


# P-256: SP 800-186, 3.2.1.3; None is the point at infinity.
Q = 2**256 - 2**224 + 2**192 + 2**96 - 1
N = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
B = 0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B
G = (
    0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
    0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5,
)
# A public key of P-256 before its point (RFC 5480).
SPKI = bytes.fromhex("3059301306072a8648ce3d020106082a8648ce3d030107034200" + "04")


def p256_add(a, b):
    if a is None or b is None:
        return b if a is None else a
    (x1, y1), (x2, y2) = a, b
    if x1 == x2 and (y1 + y2) % Q == 0:
        return None
    slope = (3 * x1 * x1 - 3) * pow(2 * y1, -1, Q) if x1 == x2 else (y2 - y1) * pow(x2 - x1, -1, Q)
    x = (slope * slope - x1 - x2) % Q
    return x, (slope * (x1 - x) - y1) % Q


def der_pair(data):
    """The two numbers of an ECDSA signature in DER, each written the one way; None otherwise."""
    found = re.fullmatch(rb"\x30(.)\x02(.)(.*)", data, re.S)
    if not found or found[1][0] != len(data) - 2 or found[2][0] >= len(found[3]):
        return None
    first, rest = found[3][: found[2][0]], found[3][found[2][0] :]
    if len(rest) < 3 or rest[0] != 2 or rest[1] != len(rest) - 2:
        return None
    for one in (first, rest[2:]):
        if not one or one[0] > 127 or (len(one) > 1 and one[0] == 0 and one[1] < 128):
            return None
    return int.from_bytes(first, "big"), int.from_bytes(rest[2:], "big")


def p256_holds(key, message, signature):
    numbers = der_pair(signature)
    if len(key) != len(SPKI) + 64 or not key.startswith(SPKI) or numbers is None:
        return False
    x, y = int.from_bytes(key[-64:-32], "big"), int.from_bytes(key[-32:], "big")
    r, s = numbers
    if x >= Q or y >= Q or (y * y - x**3 + 3 * x - B) % Q or not (0 < r < N and 0 < s < N):
        return False
    w = pow(s, -1, N)
    e = int.from_bytes(hashlib.sha256(message).digest(), "big")
    found = p256_add(times(p256_add, e * w % N, G, None), times(p256_add, r * w % N, (x, y), None))
    return found is not None and found[0] % N == r


def trusted_key(vkey):
    """Name, number, kind and bytes of a verifier key `name+number+base64`. ValueError when it is none."""
    found = re.fullmatch(r"([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)", vkey.strip())
    data = base64.b64decode(found[3]) if found else b""
    named = data[1:] if data[:1] == b"\x02" else (found[1].encode() + b"\n" + data if found else b"")
    if data[:1] not in (b"\x01", b"\x02") or hashlib.sha256(named).digest()[:4].hex() != found[2]:
        raise ValueError(f"not a verifier key: {vkey}")
    return found[1], found[2], data[0], data[1:]


def open_checkpoint(note, keys):
    """(origin, size, root) of a checkpoint and what is wrong with it: '', 'unknown' without a key, or why it is no checkpoint."""
    text, split, lines = note.rpartition("\n\n")
    text += "\n"
    found = re.fullmatch(r"([^\n]+)\n(0|[1-9]\d{0,15})\n([A-Za-z0-9+/]{43}=)\n([^\n]+\n)*", text)
    if not found or not split or not lines.endswith("\n") or re.search(r"[\x00-\x09\x0b-\x1f]", note):
        return None, "not a well-formed checkpoint"
    signed = False
    for line in lines[:-1].split("\n"):
        parts = re.fullmatch(r"— ([^\s+]+) ([A-Za-z0-9+/]+=*)", line)
        data = base64.b64decode(parts[2] + "==") if parts else b""
        if len(data) < 5 or base64.b64encode(data).decode() != parts[2]:
            return None, "not a well-formed checkpoint"
        for name, number, kind, key in keys:
            if (name, number) == (parts[1], data[:4].hex()):
                if not (ed25519_holds if kind == 1 else p256_holds)(key, text.encode(), data[4:]):
                    return None, f"the signature of {name} does not hold"
                signed = True
    head = (found[1], int(found[2]), base64.b64decode(found[3]))
    if base64.b64encode(head[2]).decode() != found[3]:
        return None, "not a well-formed checkpoint"
    return head, "" if signed else "not signed with a key that is trusted" if keys else "unknown"
