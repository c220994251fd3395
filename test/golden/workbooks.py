"""Writes the workbooks of test/fixtures/data/tables, and prints what openpyxl reads in them for test/data/readers/xlsx.test.ts."""
import datetime as dt, json, os, random, sys
import openpyxl
from openpyxl.styles import Font

folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "fixtures", "data", "tables")
os.makedirs(folder, exist_ok=True)
random.seed(7)

def save(name, book): book.save(os.path.join(folder, name))

# numbers, texts, dates, times, truth, errors, gaps, formulas with the values Excel gave them
book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Houses"
sheet.append(["price", "town", "sold", "seen", "opens", "pool", "share", "note"])
for i in range(30):
    sheet.append([
        [250000, 1037.5, -3, 0.1, 1e-7, 123456789012345, 2**53][i % 7], random.choice(["Basel", "Bern", "1,037", "Zürich & Genf <a>", "007"]),
        dt.date(1900 + 4 * i, 1 + i % 12, 1 + i % 28), dt.datetime(2024, 2, 29, 13, 45, i), dt.time(i % 24, 30, 0), i % 2 == 0,
        i / 7, None if i % 5 == 0 else f"line {i}\nnext",
    ])
    sheet.cell(sheet.max_row, 7).number_format = "0.0%"
sheet["B5"].font = Font(bold=True)
sheet["A9"] = None
sheet["H4"] = "#N/A"; sheet["H4"].data_type = "e"
book.create_sheet("Notes").append(["nothing", "here"])
secret = book.create_sheet("Old"); secret.sheet_state = "hidden"; secret.append(["a"]); secret.append([1])
save("houses.xlsx", book)

# a table that begins at C4, with an empty row in it, merged cells, and a chart sheet before it
book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Far"
for row, values in [(4, ["x", "y", "kind"]), (5, [1, 2.5, "a"]), (7, [2, 3.5, "b"]), (8, [3, None, None])]:
    for column, value in enumerate(values): sheet.cell(row, 3 + column, value)
sheet.merge_cells("E7:E8")
save("far.xlsx", book)

# days counted from 1904; formulas that nobody has worked out
book = openpyxl.Workbook()
book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
book.active.append(["day", "n"]); book.active.append([dt.date(2024, 3, 1), 1]); book.active.append([dt.date(1904, 1, 2), 2])
save("mac.xlsx", book)
book = openpyxl.Workbook()
book.active.append(["a", "b"]); book.active.append([1, "=A2*2"])
save("formulas.xlsx", book)

def text(value):
    if value is None or value == "#N/A": return ""
    if isinstance(value, bool): return "TRUE" if value else "FALSE"
    if isinstance(value, dt.datetime): return value.date().isoformat() if value.time() == dt.time(0) else value.isoformat()
    if isinstance(value, (dt.date, dt.time)): return value.isoformat()
    return value

recorded = {}
for name in ["houses.xlsx", "far.xlsx", "mac.xlsx"]:
    read = openpyxl.load_workbook(os.path.join(folder, name), data_only=True)
    recorded[name] = {s.title: [[text(v) for v in row] for row in s.iter_rows(values_only=True)] for s in read.worksheets}
print(json.dumps(recorded, ensure_ascii=False, indent=1))
