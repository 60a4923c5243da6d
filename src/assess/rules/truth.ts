/** Truth with a third value: null = not known, because a figure is missing. What is not known gives nobody an award, and spares nobody one. */
export type Truth = boolean | null;

/** What is not known stays so. */
export function not(truth: Truth): Truth {
  return truth === null ? null : !truth;
}

/** False when one is; else not known when one is not. */
export function every(truths: Iterable<Truth>): Truth {
  let result: Truth = true;
  for (const truth of truths) {
    if (truth === false) return false;
    if (truth === null) result = null;
  }
  return result;
}

/** True when one is; else not known when one is not. */
export function some(truths: Iterable<Truth>): Truth {
  let result: Truth = false;
  for (const truth of truths) {
    if (truth === true) return true;
    if (truth === null) result = null;
  }
  return result;
}
