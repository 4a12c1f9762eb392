/**
 * Hands things on in the order of their numbers, 0 …, however they come: each as soon as those before it have come.
 * @returns to be called with each thing and its number, once
 */
export function inOrder<Thing>(
  handOn: (thing: Thing) => void,
): (number: number, thing: Thing) => void {
  const waiting = new Map<number, Thing>();
  let next = 0;
  return (number, thing) => {
    waiting.set(number, thing);
    for (; waiting.has(next); next++) {
      const ready = waiting.get(next) as Thing;
      waiting.delete(next);
      handOn(ready);
    }
  };
}
