
// Makes rows of the columns in which the module is served: see xtask/src/columns.rs and columns/operations.rs, which say what
// each of them holds.
function unpack(served) {
  const shapes = "@SHAPES@";
  const number = (column) => {
    for (let value = 0, scale = 1; ; scale *= 128) {
      const byte = column.bytes[column.at++];
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  };
  // Behind the module's head come the size of its only section and the section's name.
  const section = { bytes: served, at: 9 };
  number(section);
  section.at += 8;
  const module = new Uint8Array(number(section));
  const columns = {};
  for (const name of "@COLUMNS@") {
    const size = number(section);
    columns[name] = { bytes: served.subarray(section.at, (section.at += size)), at: 0 };
  }
  const { "<": before, "#": codes, ">": after, u: places } = columns;
  // Which operation each byte among the codes stands for.
  const operations = [];
  const starts = [@STARTS@];
  [..."@CLASSES@"].forEach((kind, code) => {
    if (kind !== "!") operations[starts[kind]++] = code;
  });
  const body = new Uint8Array(module.length);
  let length;
  const numbers = (name, count) => {
    const column = columns[name];
    while (count > 0) {
      const byte = column.bytes[column.at++];
      body[length++] = byte;
      count -= byte < 128;
    }
  };
  const counted = (name, of_each, more) => {
    const start = columns[name].at;
    const count = number(columns[name]);
    columns[name].at = start;
    numbers(name, 1 + count * of_each + more);
  };
  // Writes a number in the variable length, and tells where it ends.
  const put = (bytes, at, value) => {
    for (; value > 127; value >>>= 7) bytes[at++] = (value & 127) | 128;
    bytes[at++] = value;
    return at;
  };
  const ahead = (count) => operations[codes.bytes[codes.at + count]];
  const is_sum = (code) => code === 0x6a || code === 0x6b;
  module.set(before.bytes);
  let end = before.bytes.length;
  while (codes.at < codes.bytes.length) {
    length = 0;
    counted("d", 2, 0);
    for (let depth = 1, last; depth > 0; ) {
      const code = ahead(0);
      const next = ahead(1);
      const shape = shapes[code];
      codes.at++;
      body[length++] = shape === "x" || shape === "y" ? 0x41 : code;
      if (code > 1 && code < 5) depth++;
      if (code === 11) depth--;
      if (shape === "r" || shape === "w") {
        const offset = number(columns[shape]);
        body[length++] = 0;
        length = put(body, length, offset < 0x4000 ? ((offset << 2) & 0x3fff) | (offset >> 12) : offset);
      } else if (shape === "x") length = put(body, length, 0x40000 + places.bytes[places.at++] + places.bytes[places.at++] * 256);
      else if (shape === "y") {
        numbers("k", 1);
        body[length - 1] |= 128;
        body.set([128, 128, 128, 120], length);
        length += 4;
      } else if (shape === "t") counted("i", 1, 1);
      else if (shape === "v") counted("i", 1, 0);
      else if (shape === "p") numbers("o", 2);
      else if (shape === "k") numbers(shapes[last] === "x" ? "u" : is_sum(next) ? "j" : "k", 1);
      else if (shape === "l") numbers(next === 0x20 ? "g" : next === 0x41 ? (is_sum(ahead(1)) ? "h" : "n") : shapes[next] === "r" ? "m" : "l", 1);
      else if (shape === "4" || shape === "8") {
        const { bytes, at } = columns.o;
        body.set(bytes.subarray(at, (columns.o.at += +shape)), length);
        length += +shape;
      } else if (shape === "f") {
        const second = codes.bytes[codes.at++];
        body[length++] = second;
        numbers("o", +"@SECOND@"[second]);
      } else if (shape !== ".") numbers(shape, 1);
      last = code;
    }
    end = put(module, end, length);
    module.set(body.subarray(0, length), end);
    end += length;
  }
  module.set(after.bytes, end);
  return module;
}
