/** What is worked out of an object once, and forgotten with it. */

/**
 * `make`, asked once for each object; all who ask share what it gave. What it takes beside the object (`by`) is to be the same whenever that
 * object is asked about.
 */
export function oncePer<Of extends object, Made extends object | null, By = void>(make: (of: Of, by: By) => Made): (of: Of, by: By) => Made {
  const known = new WeakMap<Of, Made>();
  return (of, by) => {
    let made = known.get(of);
    if (made === undefined) {
      made = make(of, by);
      known.set(of, made);
    }
    return made;
  };
}
