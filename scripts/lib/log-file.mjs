import fs from "node:fs";

const LARGEST_BYTES = 5 * 1024 * 1024;

/** Appends to a file that never grows past `largest` bytes; the part before is kept as `<file>.1`. */
export function openLog(file, largest = LARGEST_BYTES) {
  let descriptor = fs.openSync(file, "a");
  let size = fs.fstatSync(descriptor).size;

  return {
    write(text) {
      const bytes = Buffer.from(text);
      if (size > 0 && size + bytes.length > largest) {
        fs.closeSync(descriptor);
        fs.renameSync(file, `${file}.1`);
        descriptor = fs.openSync(file, "w");
        size = 0;
      }
      fs.writeSync(descriptor, bytes);
      size += bytes.length;
    },
    close: () => fs.closeSync(descriptor),
  };
}
