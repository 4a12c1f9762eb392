# Writes templateFamilies.json, the reference values of the test beside it: python3 templateFamilies.py > templateFamilies.json
# Families of texts that are alike but for one slot, as docs/report.md defines them: every slot of every text is tried, and the frame
# that explains most tokens (different texts after normalisation x tokens of the frame) is taken first, of equals the longer one.
# Two orders of what is then still equal have to give the same families. Made with Python 3.11.
import json
import random
import re
import unicodedata
from collections import defaultdict

rng = random.Random(11)
FRAMES = [
    "Please write a short story about {} for my little sister.",
    "Please write a short poem about {} for my little sister.",
    "How do I {} in the new version of the app?",
    "{} is a complete waste of time, and I would not recommend it to anyone.",
    "{} is a complete waste of money, and I would not recommend it to anyone.",
    "Tell me the capital of {}",
    "{}について詳しく説明してください。",
]
FILLS = [
    "a dragon", "the sea", "old trains", "my cat", "a very old house", "two brave little mice", "snow", "delete my account", "log in",
    "Change the language", "this film", "This movie", "The whole game", "Chile", "Norway", "the far far away land of sand", "猫", "小鳥", "日本の犬", "馬",
]
OTHERS = ["Is the shop open?", "Tell me the capital", "How do I do that?", "I would not recommend it to anyone."]
texts = [rng.choice(FRAMES).format(rng.choice(FILLS)) for _ in range(160)] + OTHERS * 2
texts = [rng.choice([text, text, text.lower(), text.rstrip(".?"), "  " + text, text.replace(",", "")]) for text in texts]
rng.shuffle(texts)
LIMITS = {"words": (4, 4), "characters": (8, 8)}  # least tokens of the frame, most of the slot
LEAST_VALUES, MOST_TOKENS = 5, 64


def is_character(sign):
    return "\u3040" <= sign <= "\u30ff" or "\u4e00" <= sign <= "\u9fff"


def tokens_of(text):
    found, word = [], ""
    for sign in unicodedata.normalize("NFKC", text).lower() + " ":
        if is_character(sign) or unicodedata.category(sign)[0] not in "LN":
            found += [word] if word else []
            found += [sign] if is_character(sign) else []
            word = ""
        else:
            word += sign
    return tuple(found)


def families(tie):
    lines, normal = defaultdict(list), defaultdict(set)
    for line, text in enumerate(texts, 1):
        lines[tokens_of(text)].append(line)
        normal[tokens_of(text)].add(re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text).lower()).strip())
    frames = defaultdict(set)
    for tokens in lines:
        signs = "".join(tokens)  # a row's script is that of most of its letters
        sort = "characters" if sum(map(is_character, signs)) * 2 > len(signs) else "words"
        least, most = LIMITS[sort]
        for slot in range(1, most + 1):
            if len(tokens) <= MOST_TOKENS and len(tokens) - slot >= max(least, 2 * slot):
                for at in range(len(tokens) - slot + 1):
                    frames[sort, tokens[:at], tokens[at + slot :]].add(tokens)
    found, taken = [], set()
    while True:
        left = [(frame, members - taken) for frame, members in frames.items() if len(members - taken) >= LEAST_VALUES]
        if not left:
            return sorted(found, key=lambda family: family["lines"])
        size = lambda frame: len(frame[1]) + len(frame[2])
        frame, members = max(left, key=lambda of: (sum(len(normal[text]) for text in of[1]) * size(of[0]), size(of[0]), tie * min(lines[text][0] for text in of[1])))
        taken |= members
        found.append({"lines": sorted(line for text in members for line in lines[text]), "slotValueCount": len(members)})


assert families(1) == families(-1)
print(json.dumps({"texts": texts, "families": families(1)}, ensure_ascii=False))
