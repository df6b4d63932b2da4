import { promisify } from "node:util";
import { crc32, deflateRaw } from "node:zlib";

export interface ZipEntry {
  /** With its folders, divided by "/". */
  name: string;
  content: Buffer;
}

const deflated = promisify(deflateRaw);
const VERSION = 20;
const UTF8_NAMES = 0x0800;
const DEFLATE = 8;
/** 1 January 2026, midnight, in MS-DOS's way. */
const DOS_TIME = 0;
const DOS_DAY = ((2026 - 1980) << 9) | (1 << 5) | 1;

interface Packed {
  name: Buffer;
  crc: number;
  packedSize: number;
  size: number;
  offset: number;
}

/** The fields a file's local header and its line in the directory have in common. */
function commonFields({ name, crc, packedSize, size }: Packed): Buffer {
  const fields = Buffer.alloc(26);
  [VERSION, UTF8_NAMES, DEFLATE, DOS_TIME, DOS_DAY].forEach((value, index) => {
    fields.writeUInt16LE(value, index * 2);
  });
  [crc, packedSize, size].forEach((value, index) => {
    fields.writeUInt32LE(value, 10 + index * 4);
  });
  fields.writeUInt16LE(name.length, 22);
  return fields;
}

const signature = (number: number) => Buffer.from([0x50, 0x4b, number, number + 1]);

function directoryLine(file: Packed): Buffer {
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(file.offset, 10);
  const version = Buffer.from([VERSION, 0]);
  return Buffer.concat([signature(1), version, commonFields(file), rest, file.name]);
}

function directoryEnd(files: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files, 4);
  end.writeUInt16LE(files, 6);
  end.writeUInt32LE(size, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([signature(5), end]);
}

/** A ZIP archive, piece by piece; one entry at a time is in memory. Below 4 GB, without ZIP64. */
export async function* zip(entries: Iterable<ZipEntry>): AsyncGenerator<Buffer> {
  const files: Packed[] = [];
  let offset = 0;
  for (const { name, content } of entries) {
    const packed = await deflated(content, { level: 1 });
    const file = {
      name: Buffer.from(name),
      crc: crc32(content),
      packedSize: packed.length,
      size: content.length,
      offset,
    };
    const head = Buffer.concat([signature(3), commonFields(file), file.name]);
    files.push(file);
    offset += head.length + packed.length;
    yield head;
    yield packed;
  }
  const directory = Buffer.concat(files.map(directoryLine));
  yield directory;
  yield directoryEnd(files.length, directory.length, offset);
}
