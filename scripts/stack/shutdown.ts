/** Stops everything in the reverse of the order in which it was started, on Ctrl-C or when a start fails. */

export interface ShutdownOptions {
  say: (line: string) => void;
  /** Ends whatever still lives, at once. */
  force: () => void;
}

export function createShutdown({ say, force }: ShutdownOptions) {
  const steps: { name: string; stop: () => Promise<void> }[] = [];
  let under: Promise<void> | undefined;

  const run = async () => {
    for (const { name, stop } of steps.reverse()) {
      say(`stopping ${name} …`);
      await stop();
    }
  };
  const begin = (reason: string): Promise<void> => {
    if (!under) say(reason);
    return (under ??= run());
  };
  const onSignal = (signal: NodeJS.Signals) => {
    if (under) {
      say(`${signal} again: ending everything at once.`);
      force();
      process.exit(1);
    }
    void begin(`${signal}: stopping; once more ends everything at once.`).then(() => {
      say('Everything has stopped.');
      process.exit(0);
    });
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);

  return {
    add: (name: string, stop: () => Promise<void>) => void steps.push({ name, stop }),
    begin,
    hasBegun: () => under !== undefined,
  };
}

export type Shutdown = ReturnType<typeof createShutdown>;
