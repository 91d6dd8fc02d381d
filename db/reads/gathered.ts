/** Questions of the same kind that come at the same moment go to PostgreSQL as one. */

/**
 * Builds `ask(key)`: undefined where `askAll` has no answer. What is asked during one turn of the event loop is asked
 * together at its end, each key once; never from memory, so an answer is as new as one asked alone. All who asked
 * together hear of its failure.
 */
export function createGathered<T>(askAll: (keys: string[]) => Promise<ReadonlyMap<string, T>>) {
  let gathering: { keys: Set<string>; answers: Promise<ReadonlyMap<string, T>> } | undefined;

  function gather() {
    const keys = new Set<string>();
    const endOfTurn = new Promise((resolve) => setImmediate(resolve));
    const answers = endOfTurn.then(() => {
      gathering = undefined;
      return askAll([...keys]);
    });
    return { keys, answers };
  }

  return async (key: string): Promise<T | undefined> => {
    gathering ??= gather();
    gathering.keys.add(key);
    return (await gathering.answers).get(key);
  };
}
