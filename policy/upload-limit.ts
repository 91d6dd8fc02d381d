/** How much may be uploaded: no law says it, the disk does. */

/**
 * Documents of one kind that a case keeps. Nothing uploaded is ever taken away, since a form or an answer may name it, so that
 * without an end one account could fill the disk. Twenty are a paper of twelve pages scanned page by page, with some of them
 * taken again; a turn that asks for it anew counts on.
 */
export const mostDocumentsOfKind = 20;
