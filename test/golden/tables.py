"""Prints the tables that test/data/tables/pandas.test.ts reads, and what pandas makes of them when it is told what a person
sees: the delimiter, the marks in numbers, the marks of gaps, what is a comment. Seeded; pandas 3.0.6."""
import base64
import io
import json
import random
import pandas as pd

CITIES = ["Lima", "Köln", "São Paulo", "Zürich", "Oslo", "Málaga"]
COLOURS = ["red", "green", "blue"]
GAPS = ["", "NA", "N/A", "NaN", "nan", "null", "NULL", "None", "<NA>", "#N/A", "#NULL!", "#DIV/0!", "?", "-", ".", "--"]
ROWS = 24


def grouped(n, mark):
    return f"{n:,}".replace(",", mark or "")


def decimals(x, decimal, places=2):
    return f"{x:.{places}f}".replace(".", decimal)


def column(kind, r, t):
    """The cells of a column as they are written, and what pandas is told of it."""
    d, mark = t["decimal"], t["thousands"]
    if kind == "float":
        return [decimals(r.uniform(-50, 50), d) for _ in range(ROWS)]
    if kind == "small":
        return [decimals(r.random(), d, 4) for _ in range(ROWS)]
    if kind == "int":
        return [str(r.randrange(0, 900)) for _ in range(ROWS)]
    if kind == "big":
        return [grouped(r.choice([r.randrange(1, 999), r.randrange(1000, 3_000_000)]), mark) if mark else str(r.randrange(10**6)) for _ in range(ROWS)]
    if kind == "money":
        cells = [grouped(r.randrange(0, 90_000), mark) + d + f"{r.randrange(100):02d}" for _ in range(ROWS)]
        return cells if mark else [decimals(r.uniform(0, 90_000), d) for _ in range(ROWS)]
    if kind == "power":
        return [f"{r.uniform(-1, 1):.3e}".replace(".", d) for _ in range(ROWS)]
    if kind == "gaps":
        return [r.choice(t["gaps"]) if i % 5 == 2 else decimals(r.uniform(0, 9), d, 1) for i in range(ROWS)]
    if kind == "colour":
        return [r.choice(COLOURS) for _ in range(ROWS)]
    if kind == "city":
        return [r.choice(CITIES if t["encoding"] != "ascii" else COLOURS) for _ in range(ROWS)]
    if kind == "code":
        return [f"{r.randrange(1, 6):03d}" for _ in range(ROWS)]
    if kind == "long":
        return [str(2**53 + r.randrange(4)) for _ in range(ROWS)]
    if kind == "date":
        return [f"{r.randrange(1990, 2020)}-{r.randrange(1, 13):02d}-{r.randrange(1, 29):02d}" for _ in range(ROWS)]
    if kind == "day":
        return [f"{r.randrange(1, 29):02d}.{r.randrange(1, 13):02d}.{r.randrange(1990, 2020)}" for _ in range(ROWS)]
    if kind == "count":
        return [str(i + t["first"]) for i in range(ROWS)]
    raise ValueError(kind)


TEXTS = {"colour", "city", "code", "long"}
NUMBERS = ["float", "small", "int", "big", "money", "power", "gaps"]


def table(seed):
    r = random.Random(seed)
    delimiter = r.choice([",", ",", ";", "\t", "|", " "])
    t = {
        "decimal": r.choice([".", ","]) if delimiter in ";\t|" or r.random() < 0.2 else ".",
        "first": r.choice([0, 1]),
        "gaps": r.sample([g for g in GAPS if g or delimiter != " "], 3),
        "encoding": r.choice(["utf-8", "utf-8", "utf-8-sig", "utf-16", "cp1252"]),
    }
    marks = [None, "," if t["decimal"] == "." else ".", "'", " ", "\u00a0"]
    t["thousands"] = r.choice(marks if delimiter != " " else [None, ","])
    head = r.choice(["names", "names", "names", "years", "none", "R", "ends"])
    kinds = ["float"] + r.sample(NUMBERS + ["colour", "city", "code", "long", "date", "day", "count"], 4)
    if head == "years":
        kinds = ["city"] + r.sample(["float", "small", "money"], 3)
    if head == "none":
        kinds = [k for k in kinds if k != "long"]
    if delimiter == " ":
        kinds = [k if k != "city" else "colour" for k in kinds]
    names = [f"{k}{i}" for i, k in enumerate(kinds)]
    if head == "years":
        names = ["town"] + [str(2017 + i) for i in range(3)]
    cells = [column(k, r, t) for k in kinds]
    quote = lambda c: f'"{c}"' if delimiter in c or (delimiter != " " and r.random() < 0.05) else c
    lines = [[quote(c) for c in row] for row in zip(*cells)]
    header = [] if head == "none" else [[quote(n) for n in names]]
    if head == "R":
        lines = [[f'"{i + 1}"'] + row for i, row in enumerate(lines)]
    end = delimiter if head == "ends" and delimiter != " " else ""
    between = (lambda: " " * r.randrange(1, 4)) if delimiter == " " else (lambda: delimiter)
    written = []
    for row in header + lines:
        text = row[0]
        for c in row[1:]:
            text += between() + c
        written.append((" " * r.randrange(3) if delimiter == " " else "") + text + end)
    before = r.choice([[], [], [], ["# made by a logger"], ["% a, b and c", "% of 2020"], ["", ""]])
    if head == "none":
        before = []
    sep = [f"sep={delimiter}"] if delimiter == ";" and not before and r.random() < 0.4 else []
    newline = r.choice(["\n", "\n", "\r\n"])
    last = r.choice([newline, newline, ""])
    text = newline.join(sep + before + written) + last
    return text, t, delimiter, head, names, kinds, len(sep), before


def read(text, t, delimiter, head, names, kinds, skip, before):
    """As pandas reads it when it is told all."""
    if head == "R":
        names = ["row"] + names
        kinds = ["count"] + kinds
    more = ["end"] if head == "ends" and delimiter != " " else []
    skip += len(before) + (head != "none")
    frame = pd.read_csv(
        io.StringIO(text.replace("\u00a0", " ")),
        sep=r"\s+" if delimiter == " " else delimiter,
        decimal=t["decimal"],
        thousands=" " if t["thousands"] == "\u00a0" else t["thousands"],
        header=None,
        names=names + more,
        index_col=False,
        skiprows=skip,
        na_values=GAPS,
        dtype={n: str for n, k in zip(names, kinds) if k in TEXTS or k in ("date", "day")},
        float_precision="round_trip",
        skip_blank_lines=True,
    )
    result = []
    for n, k in zip(names, kinds):
        series = frame[n]
        if k in TEXTS:
            result.append({"name": n, "texts": [None if pd.isna(v) else v for v in series]})
            continue
        if k in ("date", "day"):
            form = "%Y-%m-%d" if k == "date" else "%d.%m.%Y"
            series = (pd.to_datetime(series, format=form) - pd.Timestamp("1970-01-01")) / pd.Timedelta(days=1)
        result.append({"name": n, "numbers": [None if pd.isna(v) else float(v) for v in series]})
    if head == "R":
        result[0]["name"] = "column1"
    if head == "none":
        for i, c in enumerate(result):
            c["name"] = f"column{i + 1}"
    return result


def encoded(text, encoding):
    if encoding == "utf-8":
        return {"text": text}
    if encoding == "cp1252":
        text = text.replace("\u202f", "\u00a0")
    return {"base64": base64.b64encode(text.encode(encoding)).decode()}


tables = []
for seed in range(100):
    made = table(seed)
    text, t, delimiter, head, names, kinds, skip, before = made
    about = f"{seed}: {head}, '{delimiter}', '{t['decimal']}', thousands {t['thousands']!r}, {t['encoding']}, {' '.join(kinds)}"
    tables.append({"about": about, **encoded(text, t["encoding"]), "columns": read(*made)})

# Where a person means something else than pandas makes of it by itself: `pandas` is what it makes.
def told(about, why, text, ours, **more):
    frame = pd.read_csv(io.StringIO(text), **more)
    pandas = [{"name": str(n), "values": [None if pd.isna(v) else (v if isinstance(v, str) else float(v)) for v in frame[n]]} for n in frame]
    return {"about": about, "why": why, "text": text, "pandas": pandas, "columns": ours}

rows = lambda cells: "".join(f"{c},{i / 4}\n" for i, c in enumerate(cells))
quarter = lambda n: {"name": "b", "numbers": [i / 4 for i in range(n)]}
differences = [
    told("None among texts", "A garage may be None: it is a category like the others, while among numbers None is a gap.",
         "a,b\n" + rows(["brick", "None", "wood", "None", "brick"]),
         [{"name": "a", "texts": ["brick", "None", "wood", "None", "brick"]}, quarter(5)]),
    told("NA among codes of countries", "All others are codes of two capitals, so NA is Namibia and no gap.",
         "a,b\n" + rows(["ZA", "NA", "BW", "AO", "ZM", "ZW", "NA"]),
         [{"name": "a", "texts": ["ZA", "NA", "BW", "AO", "ZM", "ZW", "NA"]}, quarter(7)]),
    told("? among texts", "The tables of UCI write ? for a gap.",
         "a,b\n" + rows(["p", "?", "q", "p", "q"]),
         [{"name": "a", "texts": ["p", None, "q", "p", "q"]}, quarter(5)]),
    told("- among numbers", "A dash in a column of numbers is a gap; pandas takes the whole column for texts.",
         "a,b\n" + rows(["1.5", "-", "2.5"]),
         [{"name": "a", "numbers": [1.5, None, 2.5]}, quarter(3)]),
    told("thousands", "A comma before three digits, beside smaller numbers without, stands before thousands; pandas has to be told.",
         "a,b\n" + rows(['"1,352"', "352", '"17,000"']),
         [{"name": "a", "numbers": [1352, 352, 17000]}, quarter(3)]),
    told("percent and money", "The sign is left out; pandas takes them for texts.",
         "a,b\n" + rows(["$5.50", '"$1,200.00"', "$0.25"]),
         [{"name": "a", "numbers": [5.5, 1200, 0.25]}, quarter(3)]),
    told("codes", "001 and 1 are two codes; pandas reads both as 1.",
         "a,b\n" + rows(["001", "002", "001", "1", "002", "001"]),
         [{"name": "a", "texts": ["001", "002", "001", "1", "002", "001"]}, quarter(6)]),
    told("no row of names", "A first row of numbers is a row; pandas takes it for names, changed where two are the same.",
         "5.1,3.5\n4.9,3.0\n4.7,3.2\n",
         [{"name": "column1", "numbers": [5.1, 4.9, 4.7]}, {"name": "column2", "numbers": [3.5, 3.0, 3.2]}]),
    told("an index without a name", "It is called column1, not Unnamed: 0, as every column without a name.",
         ",a,b\n0,x,1.5\n1,y,2.5\n",
         [{"name": "column1", "numbers": [0, 1]}, {"name": "a", "texts": ["x", "y"]}, {"name": "b", "numbers": [1.5, 2.5]}]),
    told("a delimiter at the end", "There is no column behind it; pandas makes one, or moves the names by one.",
         "a,b,\n1.5,2,\n2.5,3,\n",
         [{"name": "a", "numbers": [1.5, 2.5]}, {"name": "b", "numbers": [2, 3]}]),
    told("dates", "Days since 1970-01-01; pandas leaves them texts.",
         "a,b\n" + rows(["1970-01-02", "1971-01-01"]),
         [{"name": "a", "numbers": [1, 365]}, quarter(2)]),
]
line = lambda each: json.dumps(each, ensure_ascii=False)
listed = lambda some: ",\n".join(map(line, some))
print(f'{{"pandas": "{pd.__version__}", "tables": [\n{listed(tables)}\n], "differences": [\n{listed(differences)}\n]}}')
