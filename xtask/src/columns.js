
// Makes rows of the columns in which the module is served: see xtask/src/columns.rs, which says what each of them holds.
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
  const { "<": before, "#": codes, ">": after } = columns;
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
  module.set(before.bytes);
  let end = before.bytes.length;
  while (codes.at < codes.bytes.length) {
    length = 0;
    counted("d", 2, 0);
    for (let depth = 1; depth > 0; ) {
      const code = codes.bytes[codes.at++];
      const shape = shapes[code];
      const next = codes.bytes[codes.at];
      body[length++] = code;
      if (code > 1 && code < 5) depth++;
      if (code === 11) depth--;
      if (shape === "r" || shape === "w") numbers("a", 1);
      if (shape === "t") counted("b", 1, 1);
      else if (shape === "v") counted("b", 1, 0);
      else if (shape === "p") numbers("o", 2);
      else if (shape === "k") numbers(next === 0x6a || next === 0x6b ? "j" : "k", 1);
      else if (shape === "l") numbers(next === 0x20 ? "g" : next === 0x41 ? "n" : next > 0x27 && next < 0x36 ? "m" : "l", 1);
      else if (shape === "4" || shape === "8") {
        const { bytes, at } = columns.o;
        body.set(bytes.subarray(at, (columns.o.at += +shape)), length);
        length += +shape;
      } else if (shape === "f") {
        const second = codes.bytes[codes.at++];
        body[length++] = second;
        numbers("o", +"@SECOND@"[second]);
      } else if (shape !== ".") numbers(shape, 1);
    }
    let rest = length;
    for (; rest > 127; rest >>= 7) module[end++] = (rest & 127) | 128;
    module[end++] = rest;
    module.set(body.subarray(0, length), end);
    end += length;
  }
  module.set(after.bytes, end);
  return module;
}
