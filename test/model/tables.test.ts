import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { portalSchema } from '../../src/model/portalSchema.ts';
import { programmeSchema } from '../../src/model/programmeSchema.ts';
import { TABLE_SCHEMAS } from '../../src/model/tables/index.ts';
import { TABLE_NAMES, TABLES } from '../../src/read/headers.ts';

interface Schema {
  readonly properties: Readonly<Record<string, { readonly description?: string }>>;
  readonly required?: readonly string[];
}

function toJson(schema: z.ZodType): Schema {
  return z.toJSONSchema(schema, { io: 'input' }) as unknown as Schema;
}

describe('table schemas', () => {
  it.each(TABLE_NAMES)('%s has the columns that its headers have, each with a sentence', (table) => {
    const { properties, required } = toJson(TABLE_SCHEMAS[table]);
    const columns = Object.keys(properties);
    expect(columns.sort()).toEqual([...TABLES[table].columns].sort());
    // The column holder must be there, but its cell is blank where a person holds the award.
    expect([...(required ?? [])].sort()).toEqual([...TABLES[table].required].filter((column) => column !== 'holder').sort());
    for (const { description } of Object.values(properties)) expect(description).toMatch(/^.{6,}[.…]$/);
  });
});

describe('configuration schemas', () => {
  it.each([
    ['portal.yaml', portalSchema],
    ['programmes/*.yaml', programmeSchema],
  ])('%s has a sentence on every key', (_, schema) => {
    for (const [key, { description }] of Object.entries(toJson(schema).properties)) expect(description, key).toBeTruthy();
  });
});
