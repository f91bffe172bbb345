/** The same function, which works out what it is asked for once for each key. */
export function remembered<Asked, Key, Value>(compute: (asked: Asked) => Value, keyOf: (asked: Asked) => Key): (asked: Asked) => Value {
  const known = new Map<Key, { readonly value: Value }>();
  return (asked) => {
    const key = keyOf(asked);
    const done = known.get(key) ?? { value: compute(asked) };
    known.set(key, done);
    return done.value;
  };
}
