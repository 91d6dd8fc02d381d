/** What a document is, by its first bytes; what its sender calls it does not count. */
export const documentMediaTypes = ['application/pdf', 'image/jpeg', 'image/png'] as const;
export type DocumentMediaType = (typeof documentMediaTypes)[number];

const beginnings = {
  'application/pdf': Buffer.from('%PDF-'),
  'image/jpeg': Buffer.from([0xff, 0xd8, 0xff]),
  'image/png': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
} as const satisfies Record<DocumentMediaType, Buffer>;

export function findMediaType(bytes: Buffer): DocumentMediaType | undefined {
  return documentMediaTypes.find((type) =>
    bytes.subarray(0, beginnings[type].length).equals(beginnings[type]),
  );
}
