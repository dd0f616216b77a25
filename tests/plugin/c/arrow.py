# SPDX-License-Identifier: MIT
"""Columns of Arrow: made by hand, as the specification of its C data interface has them, and by DuckDB."""

import ctypes
from ctypes import c_char_p, c_int, c_int64, c_void_p


class Schema(ctypes.Structure):
    _fields_ = [("format", c_char_p), ("name", c_char_p), ("metadata", c_char_p), ("flags", c_int64), ("n_children", c_int64),
                ("children", c_void_p), ("dictionary", c_void_p), ("release", c_void_p), ("private_data", c_void_p)]


class Array(ctypes.Structure):
    _fields_ = [("length", c_int64), ("null_count", c_int64), ("offset", c_int64), ("n_buffers", c_int64), ("n_children", c_int64),
                ("buffers", ctypes.POINTER(c_void_p)), ("children", c_void_p), ("dictionary", c_void_p), ("release", c_void_p),
                ("private_data", c_void_p)]


class Stream(ctypes.Structure):
    _fields_ = [("get_schema", c_void_p), ("get_next", c_void_p), ("get_last_error", c_void_p), ("release", c_void_p),
                ("private_data", c_void_p)]


RELEASE = ctypes.CFUNCTYPE(None, c_void_p)
GET = ctypes.CFUNCTYPE(c_int, c_void_p, c_void_p)
SAY = ctypes.CFUNCTYPE(c_void_p, c_void_p)
DESTROY = ctypes.PYFUNCTYPE(None, c_void_p)
new_capsule = ctypes.PYFUNCTYPE(ctypes.py_object, c_void_p, c_char_p, DESTROY)(("PyCapsule_New", ctypes.pythonapi))
pointer_of = ctypes.PYFUNCTYPE(c_void_p, c_void_p, c_char_p)(("PyCapsule_GetPointer", ctypes.pythonapi))
kept = []  # what C knows of: functions, structures and their memory


def forever(thing):
    kept.append(thing)
    return thing


def capsule(of, called):
    """Releases, at its end, what has not been released."""
    name = forever(c_char_p(called))
    structure = type(forever(of))

    @DESTROY
    def destroy(capsule_itself):
        found = structure.from_address(pointer_of(capsule_itself, name))
        if found.release:
            RELEASE(found.release)(ctypes.addressof(found))
    return new_capsule(ctypes.addressof(of), name, forever(destroy))


def release_of(structure, count):
    """Counts, and marks what has been released."""
    @RELEASE
    def release(at):
        structure.from_address(at).release = None
        count.append(structure)
    return ctypes.cast(forever(release), c_void_p).value


class Column:
    """An array of this format. A None among the values is null, and its bytes are `under`."""

    def __init__(self, form, values, *, skipped=0, dictionary=False, counted=True, shift=0, under=7):
        self.form, self.released = form, []
        self.values, self.counted, self.skipped, self.dictionary = values, counted, skipped, dictionary
        c_type = {b"C": ctypes.c_uint8, b"c": ctypes.c_int8, b"I": ctypes.c_uint32, b"i": ctypes.c_int32, b"l": c_int64}.get(form, c_int64)
        whole = [under] * skipped + [under if x is None else x for x in values]
        size = ctypes.sizeof(c_type)
        self.memory = (ctypes.c_uint8 * (len(whole) * size + 8))()
        assert ctypes.addressof(self.memory) % 8 == 0
        raw = bytes((c_type * len(whole))(*whole))
        self.memory[shift:shift + len(raw)] = raw
        self.bitmap = (ctypes.c_uint8 * (len(whole) // 8 + 1))()  # those that are skipped are null
        for row, value in enumerate(values, skipped):
            self.bitmap[row // 8] |= (value is not None) << row % 8
        has_nulls = None in values or not counted
        self.buffers = (c_void_p * 2)(ctypes.addressof(self.bitmap) if has_nulls else None, ctypes.addressof(self.memory) + shift)

    def fill_schema(self, into):
        into.format, into.name, into.flags = self.form, b"", 2
        into.dictionary = ctypes.addressof(into) if self.dictionary else None
        into.release = release_of(Schema, self.released)

    def fill_array(self, into):
        into.length, into.offset = len(self.values), self.skipped
        into.null_count = self.values.count(None) if self.counted else -1
        into.n_buffers, into.buffers = 2, self.buffers
        into.release = release_of(Array, self.released)

    def __arrow_c_array__(self, requested_schema=None):
        self.schema, self.array = Schema(), Array()
        forever(self).fill_schema(self.schema)
        self.fill_array(self.array)
        return capsule(self.schema, b"arrow_schema"), capsule(self.array, b"arrow_array")


class Chunks:
    """The same in pieces; after them it fails, if a failure is given."""

    def __init__(self, columns, failure=None):
        self.columns, self.failure, self.released = columns, failure, []

    def __arrow_c_stream__(self, requested_schema=None):
        left = list(self.columns)

        @GET
        def get_schema(_, into):
            self.columns[0].fill_schema(Schema.from_address(into))
            return 0

        @GET
        def get_next(_, into):
            if left:
                left.pop(0).fill_array(Array.from_address(into))
            elif self.failure:
                return 5
            else:
                Array.from_address(into).release = None
            return 0

        @SAY
        def get_last_error(_):
            return ctypes.cast(forever(c_char_p(self.failure)), c_void_p).value
        self.stream = Stream(*(ctypes.cast(forever(f), c_void_p) for f in (get_schema, get_next, get_last_error)),
                             release_of(Stream, self.released), None)
        return capsule(self.stream, b"arrow_array_stream")


class DuckDB:
    """What a query of DuckDB answers, column by column: streams of the arrays that it makes."""

    def __init__(self, library, query):
        self._api = ctypes.CDLL(library)
        database, self._connection, self._result, schema = c_void_p(), c_void_p(), c_void_p(), Schema()
        self._do("open", None, ctypes.byref(database))
        self._do("connect", database, ctypes.byref(self._connection))
        self._do("query_arrow", self._connection, query.encode(), ctypes.byref(self._result))
        self._schema = ctypes.pointer(schema)
        self._do("query_arrow_schema", self._result, ctypes.byref(self._schema))
        self._parts = []
        while True:
            part = forever(Array())
            at = c_void_p(ctypes.addressof(part))
            self._do("query_arrow_array", self._result, ctypes.byref(at))
            if not part.length:
                break
            self._parts.append(part)
        schemas = (ctypes.POINTER(Schema) * schema.n_children).from_address(schema.children)
        self.columns = {s.contents.name.decode(): _PartsOf(s.contents, n, self._parts) for n, s in enumerate(schemas)}

    def _do(self, what, *arguments):
        if getattr(self._api, f"duckdb_{what}")(*arguments) != 0:
            raise OSError(what)


class _PartsOf(Chunks):
    def __init__(self, schema, number, parts):
        def child(part):
            return (ctypes.POINTER(Array) * part.n_children).from_address(part.children)[number].contents
        super().__init__([_Foreign(schema, child(part)) for part in parts])


class _Foreign:
    """An array that stays its producer's."""

    def __init__(self, schema, array):
        self._schema, self._array, self.released = schema, array, []

    def fill_schema(self, into):
        ctypes.pointer(into)[0] = self._schema
        into.release = release_of(Schema, self.released)

    def fill_array(self, into):
        ctypes.pointer(into)[0] = self._array
        into.release = release_of(Array, self.released)
