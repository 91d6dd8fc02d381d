/** What a document is, by its first and last bytes; what its sender calls it does not count. */
export const documentMediaTypes = ['application/pdf', 'image/jpeg', 'image/png'] as const;
export type DocumentMediaType = (typeof documentMediaTypes)[number];

const beginnings = {
  'application/pdf': Buffer.from('%PDF-'),
  'image/jpeg': Buffer.from([0xff, 0xd8, 0xff]),
  'image/png': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
} as const satisfies Record<DocumentMediaType, Buffer>;

const endings = {
  'application/pdf': Buffer.from('%%EOF'),
  'image/jpeg': Buffer.from([0xff, 0xd9]),
  'image/png': Buffer.from('IEND'),
} as const satisfies Record<DocumentMediaType, Buffer>;

const shortestDocument = 64;
/** Programs write a little after the end; readers look for it this far back. */
const furthestEnd = 1024;

/** Undefined too for what was cut off on its way. */
export function findMediaType(bytes: Buffer): DocumentMediaType | undefined {
  if (bytes.length < shortestDocument) return undefined;
  const tail = bytes.subarray(-furthestEnd);
  return documentMediaTypes.find(
    (type) =>
      bytes.subarray(0, beginnings[type].length).equals(beginnings[type]) && tail.includes(endings[type]),
  );
}
