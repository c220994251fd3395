"""Runs programs whose paths come on standard input, one a line, and answers each with a line of JSON.

The library named first is imported once; each program runs in a fork of this process, for a minute at most.
{"lines": [innermost, …, outermost], "error": "Type: message"}: the program's own lines in the traceback; none: it ended well.
"""
import importlib
import json
import os
import signal
import sys
import traceback


def outcome(path):
    try:
        with open(path) as file:
            exec(compile(file.read(), path, 'exec'), {'__name__': '__main__', '__file__': path})
        return {'lines': []}
    except BaseException as error:
        frames = traceback.extract_tb(error.__traceback__)
        lines = [frame.lineno for frame in frames if frame.filename == path]
        message = str(error).split('\n')[0][:300]
        return {'lines': lines[::-1], 'error': f'{type(error).__name__}: {message}'}


def run(path):
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        signal.alarm(60)
        os.chdir(os.path.dirname(path))
        quiet = os.open(os.devnull, os.O_WRONLY)
        os.dup2(quiet, 1)
        os.dup2(quiet, 2)
        os.write(write, json.dumps(outcome(path)).encode())
        os._exit(0)
    os.close(write)
    with os.fdopen(read) as answer:
        said = answer.read()
    os.waitpid(child, 0)
    return said or json.dumps({'lines': [], 'error': 'took more than a minute'})


importlib.import_module(sys.argv[1])
for line in sys.stdin:
    print(run(line.strip()), flush=True)
