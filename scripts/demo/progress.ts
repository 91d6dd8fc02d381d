/** One line that says what is being done, for a person at a terminal; it leaves no trace. */

interface Screen {
  isTTY?: boolean;
  write: (text: string) => unknown;
}

export function createProgress(screen: Screen) {
  const write = (text: string) => {
    if (screen.isTTY) screen.write(`\r\u001b[2K${text}`);
  };
  return { say: (step: string) => write(`  … ${step}`), clear: () => write('') };
}
