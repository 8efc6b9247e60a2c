export function readRows(png: Buffer): readonly Buffer[];
export function packPng(png: Buffer): Buffer;
