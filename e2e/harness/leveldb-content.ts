// What LevelDB has in its files, whether it is still valid or not: a log and a table keep every value until a compaction
// drops it. https://github.com/google/leveldb/tree/main/doc (log_format.md, table_format.md)
import { decompressSnappy, readVarint } from './snappy';

const LOG_BLOCK = 32_768;
const RECORD_HEADER = 7;
const FOOTER = 48;
const TABLE_MAGIC = Buffer.from('57fb808b247547db', 'hex');

type Handle = { readonly offset: number; readonly size: number; readonly end: number };

/** The records of a log without the headers that cut them into blocks, one after the other. */
export function readLog(file: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let block = 0; block < file.length; block += LOG_BLOCK) {
    const blockEnd = Math.min(block + LOG_BLOCK, file.length);
    let at = block;
    while (at + RECORD_HEADER <= blockEnd) {
      const [length, type] = [file.readUInt16LE(at + 4), file.readUInt8(at + 6)];
      // Zeros fill what is left of a block.
      if (type === 0 && length === 0) break;
      at += RECORD_HEADER;
      parts.push(file.subarray(at, Math.min(at + length, blockEnd)));
      at += length;
    }
  }
  return Buffer.concat(parts);
}

function readHandle(bytes: Buffer, at: number): Handle {
  const offset = readVarint(bytes, at);
  const size = readVarint(bytes, offset.end);
  return { offset: offset.value, size: size.value, end: size.end };
}

function readBlock(file: Buffer, { offset, size }: Handle): Buffer {
  const stored = file.subarray(offset, offset + size);
  const compression = file.readUInt8(offset + size);
  if (compression === 0) return stored;
  if (compression === 1) return decompressSnappy(stored);
  throw new Error(`a table is compressed by method ${compression}, which this reader does not know`);
}

/** The values of a block, whose keys are stored as what they do not share with the key before. */
function readValues(block: Buffer): readonly Buffer[] {
  const entriesEnd = block.length - 4 - 4 * block.readUInt32LE(block.length - 4);
  const values: Buffer[] = [];
  let at = 0;
  while (at < entriesEnd) {
    const shared = readVarint(block, at);
    const unshared = readVarint(block, shared.end);
    const length = readVarint(block, unshared.end);
    const start = length.end + unshared.value;
    at = start + length.value;
    values.push(block.subarray(start, at));
  }
  return values;
}

/** The blocks of a table, decompressed. Throws where it is no table. */
export function readTable(file: Buffer): readonly Buffer[] {
  const footer = file.subarray(-FOOTER);
  if (file.length < FOOTER || !footer.subarray(-8).equals(TABLE_MAGIC)) throw new Error('a table without its end');
  const index = readHandle(footer, readHandle(footer, 0).end);
  return readValues(readBlock(file, index)).map(handle => readBlock(file, readHandle(handle, 0)));
}
