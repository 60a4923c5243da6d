/** What may stand at a place of a configuration file, for messages: steps into a schema, the forms that it takes and the range of its numbers. */
import { z } from 'zod';
import type { ProblemParams } from '../problems.ts';
import type { Path } from '../read/rows.ts';
import { foldNumber, parseNumber } from './number.ts';

type Schema = z.core.$ZodType;

/** Steps into a schema, through options, lists and alternatives. */
function stepInto(schema: Schema, step: string | number): Schema[] {
  return unwrap(schema).flatMap((inner) => {
    if (inner instanceof z.ZodObject) return (inner.shape as Record<string, Schema>)[step] ?? [];
    if (inner instanceof z.ZodArray) return [inner.element as Schema];
    if (inner instanceof z.ZodTuple) return (inner.def.items as readonly Schema[])[Number(step)] ?? [];
    return inner instanceof z.ZodRecord ? [inner.valueType as Schema] : [];
  });
}

function unwrap(schema: Schema): Schema[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) return unwrap(schema.unwrap() as Schema);
  if (schema instanceof z.ZodLazy) return unwrap(schema.unwrap() as Schema);
  if (schema instanceof z.ZodPipe) return unwrap(schema.in as Schema);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => unwrap(option as Schema));
  return [schema];
}

/** The alternatives that a schema has at a path. */
export function findSchemas(schema: Schema, path: Path): readonly Schema[] {
  let schemas = [schema];
  for (const step of path) schemas = schemas.flatMap((inner) => stepInto(inner, step));
  return schemas.flatMap(unwrap);
}

/** The keys that a schema knows at a path. */
export function findKeys(schema: Schema, path: Path): string[] {
  return [...new Set(findSchemas(schema, path).flatMap((inner) => (inner instanceof z.ZodObject ? Object.keys(inner.shape) : [])))];
}

function isWhole(schema: z.ZodNumber): boolean {
  return schema.format === 'safeint';
}

function flag(is: boolean): 0 | 1 {
  return is ? 1 : 0;
}

/** The forms that may stand somewhere, as switches of a phrase. */
function formsOf(schemas: readonly Schema[]) {
  const numbers = schemas.filter((schema) => schema instanceof z.ZodNumber);
  return {
    text: flag(schemas.some((schema) => schema instanceof z.ZodString)),
    number: flag(numbers.some((schema) => !isWhole(schema))),
    whole: flag(numbers.some(isWhole)),
    flag: flag(schemas.some((schema) => schema instanceof z.ZodBoolean)),
    list: flag(schemas.some((schema) => schema instanceof z.ZodArray)),
    pair: flag(schemas.some((schema) => schema instanceof z.ZodTuple)),
    map: flag(schemas.some((schema) => schema instanceof z.ZodObject || schema instanceof z.ZodRecord)),
    words: flag(schemas.some((schema) => schema instanceof z.ZodEnum)),
    allowed: schemas.flatMap((schema) => (schema instanceof z.ZodEnum ? schema.options.map(String) : [])),
  };
}

interface Range {
  readonly least: number;
  readonly most: number;
  readonly isOver: boolean;
}

/** The bounds of whole numbers are those of the machine where the schema has none. */
function findRange(schemas: readonly Schema[]): Range {
  const number = schemas.find((schema) => schema instanceof z.ZodNumber);
  const isBound = (bound: number | null | undefined): bound is number =>
    typeof bound === 'number' && Number.isFinite(bound) && Math.abs(bound) < 2 ** 52;
  const { minValue, maxValue } = number ?? {};
  return {
    least: isBound(minValue) ? minValue : Number.NEGATIVE_INFINITY,
    most: isBound(maxValue) ? maxValue : Number.POSITIVE_INFINITY,
    isOver: number?.def.checks?.some(({ _zod: { def } }) => def.check === 'greater_than' && 'inclusive' in def && def.inclusive === false) ?? false,
  };
}

/** `1–12`, `0–1`, `≥ 1`. */
function formatRange({ least, most, isOver }: Range): string {
  if (Number.isFinite(least) && Number.isFinite(most)) return `${least}–${most}`;
  if (Number.isFinite(most)) return `≤ ${most}`;
  return Number.isFinite(least) ? `${isOver ? '>' : '≥'} ${least}` : '';
}

/** What a number was probably meant to be, and what is wrong with its writing: quotation marks, full-width digits, a percent sign. */
function findMend(value: unknown, schemas: readonly Schema[]) {
  const none = { quoted: 0, wide: 0, near: 0, nearest: '' };
  const takes = schemas.some((schema) => schema instanceof z.ZodNumber);
  if (typeof value !== 'string' || !takes) return none;
  const number = parseNumber(value.trim());
  if (number === null) return none;
  const isShare = findRange(schemas).most === 1 && /[%％]/.test(value);
  const nearest = String(isShare ? number / 100 : number);
  const quoted = flag(/^-?\d/.test(value) && nearest === value);
  const wide = flag(!quoted && foldNumber(value) === nearest && value !== nearest);
  return { quoted, wide, near: flag(!quoted && !wide), nearest };
}

/** Params of a message about a value of the wrong form. */
export function describeForms(value: unknown, schemas: readonly Schema[]): ProblemParams {
  const mend = findMend(value, schemas);
  return { ...formsOf(mend.nearest === '' ? schemas : []), ...mend };
}

/** Params of a message about a number out of its range. */
export function describeRange(value: unknown, schemas: readonly Schema[]): ProblemParams {
  const range = findRange(schemas);
  const isOpen = range.isOver && Number.isFinite(range.most);
  const isShare = range.least === 0 && range.most === 1 && typeof value === 'number' && value > 1 && value <= 100;
  return {
    whole: formsOf(schemas).whole,
    range: formatRange(range),
    over: flag(isOpen),
    least: isOpen ? range.least : '',
    near: flag(isShare),
    nearest: isShare ? value / 100 : '',
  };
}
