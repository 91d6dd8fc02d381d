/** A bounded memory that forgets what was longest unused. */
export function createLru<K, V>(capacity: number) {
  const kept = new Map<K, V>();
  return {
    get(key: K): V | undefined {
      const value = kept.get(key);
      if (value === undefined) return undefined;
      kept.delete(key);
      kept.set(key, value);
      return value;
    },
    set(key: K, value: V): void {
      kept.delete(key);
      kept.set(key, value);
      if (kept.size <= capacity) return;
      for (const oldest of kept.keys()) {
        kept.delete(oldest);
        return;
      }
    },
    delete(key: K): void {
      kept.delete(key);
    },
  };
}
