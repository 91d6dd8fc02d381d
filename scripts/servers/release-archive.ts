/** Obtains the programs from an official release archive, checked and unpacked. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { downloadFile, downloadText, type Patience, type Progress } from './download';
import { archiveName, goPrograms, programFile } from './temporal-version';

export interface ReleaseOptions {
  /** The release's folder on the web. */
  releaseUrl: string;
  patience: Patience;
  say: (line: string) => void;
}

/**
 * Downloads, checks and unpacks into `folder`. The archive must match its line in the release's own `checksums.txt`: that
 * finds a damaged, cut off or mixed-up file. It does not find a release whose archive and checksums were both replaced, since
 * both come from the same place; against that stands TLS alone. (`go install` is held against Go's public checksum log.)
 */
export async function installRelease(
  folder: string,
  { releaseUrl, patience, say }: ReleaseOptions,
): Promise<void> {
  const checksums = await downloadText(`${releaseUrl}/checksums.txt`, patience);
  const expected = findChecksum(checksums);
  say(`Downloading ${archiveName} from ${new URL(releaseUrl).host} …`);
  const archive = join(folder, archiveName);
  const url = `${releaseUrl}/${archiveName}`;
  await downloadFile({ url, file: archive, patience, onProgress: tellProgress(say) });
  const actual = await checksumOf(archive);
  if (actual !== expected) {
    throw new Error(`${archiveName} is not what its release promised (SHA-256 ${actual}, not ${expected})`);
  }
  await unpack(archive, folder);
}

/** Takes the two programs out of the archive; the tar of every supported system reads .tar.gz, and that of Windows .zip too. */
export async function unpack(archive: string, folder: string): Promise<void> {
  const members = Object.keys(goPrograms).map(programFile);
  await promisify(execFile)('tar', ['-xf', archive, '-C', folder, ...members]);
}

function findChecksum(checksums: string): string {
  const line = checksums.split('\n').find((entry) => entry.trim().endsWith(` ${archiveName}`));
  const checksum = line?.trim().split(/\s+/)[0]?.toLowerCase();
  if (!checksum || !/^[0-9a-f]{64}$/.test(checksum))
    throw new Error(`the release names no checksum for ${archiveName}`);
  return checksum;
}

async function checksumOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

function tellProgress(say: (line: string) => void): Progress {
  const started = Date.now();
  let told = started;
  const megabytes = (bytes: number) => Math.round(bytes / 1e6);
  return (received, total) => {
    if (Date.now() - told < 3_000) return;
    told = Date.now();
    say(
      `… ${megabytes(received)}${total ? ` of ${megabytes(total)}` : ''} MB after ${Math.round((told - started) / 1000)} s`,
    );
  };
}
