# SPDX-License-Identifier: MIT
"""Formulas of .net files: parsed into functions of a state, a mapping from names to values."""
import math
import operator
import re
import sys

sys.setrecursionlimit(20000)  # step functions come as hundreds of nested if()

CONSTANTS = {"_pi": math.pi, "_e": math.e, "_Na": 6.02214076e23, "_NA": 6.02214076e23,
             "_kB": 1.380649e-23, "_R": 8.31446261815324, "_h": 6.62607015e-34, "_F": 96485.33212}

_TOKEN = re.compile(r"\s*(?:(?P<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|(?P<name>[A-Za-z_]\w*)"
                    r"|(?P<text>'[^']*'|\"[^\"]*\")"
                    r"|(?P<sign>=>|&&|\|\||[<>=!~]=|\*\*|[-+*/^()\[\],<>!]))")

_BINARY = [  # loosest first
    {"||": lambda a, b: bool(a) or bool(b)},
    {"&&": lambda a, b: bool(a) and bool(b)},
    {"<": operator.lt, ">": operator.gt, "<=": operator.le, ">=": operator.ge,
     "==": operator.eq, "!=": operator.ne, "~=": operator.ne},
    {"+": operator.add, "-": operator.sub},
    {"*": operator.mul, "/": operator.truediv},
]


def _kummer_ratio(a, b, z):
    def kummer(a, b):
        total = term = 1.0
        for n in range(1000):
            term *= (a + n) / (b + n) * z / (n + 1)
            total += term
        return total
    return kummer(a + 1, b + 1) / kummer(a, b)


FUNCTIONS = {name: getattr(math, name) for name in
             "exp log10 log2 sqrt cos sin tan acos asin atan cosh sinh tanh acosh asinh atanh"
             .split()}
FUNCTIONS |= {"ln": math.log, "abs": abs, "min": min, "max": max, "floor": math.floor,
              "ceil": math.ceil, "rint": lambda x: math.floor(x + 0.5), "mratio": _kummer_ratio,
              "sign": lambda x: math.copysign(1, x) if x else 0, "sum": lambda *x: sum(x),
              "avg": lambda *x: sum(x) / len(x)}


def parse(text, functions):
    """The formula as a function of a state; raises ValueError if it is none."""
    parser = _Parser(text, functions)
    formula = parser.binary(0)
    if parser.kind:
        raise ValueError(f"not a formula: {text}")
    return formula


class _Parser:
    def __init__(self, text, functions):
        self.text, self.functions, self.at = text.strip(), functions, 0
        self.next()

    def next(self):
        """Steps to the next token and returns the one it leaves."""
        left = getattr(self, "token", None)
        if self.at == len(self.text):
            self.kind = self.token = None
            return left
        found = _TOKEN.match(self.text, self.at)
        if not found:
            raise ValueError(f"not a formula: {self.text}")
        self.at, self.kind = found.end(), found.lastgroup
        self.token = found[self.kind]
        return left

    def take(self, sign):
        """Steps over the sign if it is next."""
        if self.kind == "sign" and self.token == sign:
            self.next()
            return True
        return False

    def need(self, sign):
        if not self.take(sign):
            raise ValueError(f"{sign} is missing: {self.text}")

    def binary(self, level):
        if level == len(_BINARY):
            return self.unary()
        left = self.binary(level + 1)
        while self.kind == "sign" and self.token in _BINARY[level]:
            left = self.apply(_BINARY[level][self.next()], left, self.binary(level + 1))
        return left

    @staticmethod
    def apply(operation, left, right):
        return lambda state: operation(left(state), right(state))

    def unary(self):
        if self.take("-"):
            inner = self.unary()
            return lambda state: -inner(state)
        if self.take("!"):
            inner = self.unary()
            return lambda state: not inner(state)
        self.take("+")
        return self.power()

    def power(self):
        base = self.primary()
        if self.take("^") or self.take("**"):
            return self.apply(operator.pow, base, self.unary())
        return base

    def primary(self):
        kind, token = self.kind, self.next()
        if kind == "number":
            value = float(token)
            return lambda state: value
        if kind == "text":
            return lambda state: token[1:-1]
        if kind == "name":
            return self.call(token) if self.take("(") else lambda state: state[token]
        if token == "(":
            inner = self.binary(0)
            self.need(")")
            return inner
        if token == "[":
            items = self.items("]")
            return lambda state: [item(state) for item in items]
        raise ValueError(f"not a formula: {self.text}")

    def items(self, end):
        """The list up to the closing sign; an option `name=>value` counts as its value."""
        found = []
        while not self.take(end):
            found.append(self.binary(0))
            if self.take("=>"):
                found[-1] = self.binary(0)
            if not self.take(","):
                self.need(end)
                break
        return found

    def call(self, name):
        """A function applied to its arguments; without arguments it is a name of the model."""
        items = self.items(")")
        if not items:
            return lambda state: state[name]
        if name == "if":
            test, yes, no = items
            return lambda state: yes(state) if test(state) else no(state)
        if name not in self.functions:
            raise ValueError(f"unknown function {name}: {self.text}")
        function = self.functions[name]
        return lambda state: function(*(item(state) for item in items))
