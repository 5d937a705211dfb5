import * as z from 'zod';
import { configKeys } from '../../src/core/config/read-config.ts';
import { COMMON_FIELDS, type Fields, type ItemType } from '../../src/core/model/item-type.ts';
import type { Kind } from '../../src/core/model/kind.ts';
import { DOCUMENT_TYPES, ITEM_TYPES, REGISTER, typeNamed } from '../../src/core/model/registry.ts';
import { statusesOf } from '../../src/core/model/status.ts';
import { workstream } from '../../src/core/model/types/workstream.ts';
import { ID_PATTERN } from '../../src/core/model/values/id.ts';
import { RULE_CODES } from '../../src/core/rules/registry.ts';

/** The JSON schemas of front matter and of `milepost.yaml`, for editors and tools that know nothing of Milepost. */
export function schemaFiles(): Record<string, string> {
  const text = (schema: object) => `${JSON.stringify(schema, null, 2)}\n`;
  return {
    'media/front-matter.schema.json': text(frontMatterSchema()),
    'media/milepost.schema.json': text(configSchema()),
  };
}

const DRAFT = { $schema: 'http://json-schema.org/draft-07/schema#' };

/** Schemas with names and descriptions. What has a name is written once and referred to. */
class Named {
  readonly #registry = z.registry<{ id?: string; description?: string }>();
  readonly #kinds = new Map<string, { readonly schema: z.ZodType; readonly json: string }>();

  /** The schema under a name. */
  define<T extends z.ZodType>(id: string, schema: T, description: string): T {
    this.#registry.add(schema, { id, description });
    return schema;
  }

  /** The same schema, with a description of its own. */
  describe<T extends z.ZodType>(schema: T, description: string): T {
    this.#registry.add(schema, { description });
    return schema;
  }

  /** What a field of a kind may hold, under the name of the kind. Nothing at all is as good as no field. */
  kind({ name, form, schema }: Kind<unknown>): z.ZodType {
    const own = orNull(schema(z));
    const json = JSON.stringify(z.toJSONSchema(own, { io: 'input' }));
    const known = this.#kinds.get(name);
    if (known) return known.json === json ? known.schema : own;
    // The words of choices differ.
    if (name === 'choice') return own;
    this.#kinds.set(name, { schema: own, json });
    return this.define(name.replaceAll(' ', '-'), own, form);
  }

  /** The JSON schemas of all that has a name, in the order of their names. */
  definitions(roots: readonly z.ZodType[]): Record<string, unknown> {
    const { definitions = {} } = z.toJSONSchema(z.union(roots), {
      io: 'input',
      target: 'draft-7',
      metadata: this.#registry,
    });
    return Object.fromEntries(
      Object.entries(definitions as Record<string, unknown>).sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  }
}

const orNull = (schema: z.ZodType): z.ZodType =>
  z.union(schema instanceof z.ZodUnion ? [...(schema.options as z.ZodType[]), z.null()] : [schema, z.null()]);

function frontMatterSchema(): object {
  const names = new Named();
  const items = new Map(ITEM_TYPES.map((type) => [type.name as string, itemSchema(type, names)]));
  const register = names.define(
    REGISTER,
    z.object(fieldsOf(workstream, names)),
    'A document that holds items and is none. Its program and workstream are those of its entries.',
  );
  const collections = names.define('collections', collectionsSchema(items, names), 'The items that a document holds.');
  const definitions = names.definitions([...items.values(), register, collections]);
  const refers = (name: string) => ({ $ref: `#/definitions/${name}` });
  const holds = (name: string) => name === REGISTER || name === 'program' || name === 'workstream';
  const document = (name: string) => (holds(name) ? { allOf: [refers(name), refers('collections')] } : refers(name));
  return {
    ...DRAFT,
    title: 'Milepost front matter',
    description: 'The front matter of a Markdown file that is part of a Milepost plan.',
    type: 'object',
    properties: {
      type: { description: 'What the document is.', enum: DOCUMENT_TYPES },
    },
    // One branch for each type, so that what is wrong is told of the type that was meant and of no other.
    allOf: [
      ...DOCUMENT_TYPES.map((name) => ({
        if: { required: ['type'], properties: { type: { const: name } } },
        // biome-ignore lint/suspicious/noThenProperty: it is JSON Schema's
        then: document(name),
      })),
      // biome-ignore lint/suspicious/noThenProperty: it is JSON Schema's
      { if: { not: { required: ['type'] } }, then: document(REGISTER) },
    ],
    definitions,
  };
}

/** An item: the fields that it has in a file and in a collection alike. */
function itemSchema(type: ItemType, names: Named): z.ZodType {
  const fields = {
    id: names.describe(idSchema().optional(), 'Its name in references; without one, the name of its file.'),
    // A project may have words of its own, so others are allowed.
    status: names.describe(
      orNull(z.union([z.enum(statusesOf(type)), z.string()])).optional(),
      `How it stands. Without one: ${type.statuses.open[0]}.`,
    ),
    ...fieldsOf(type, names),
  };
  return names.define(type.name, z.object(fields), type.doc);
}

/** Ids are text, and YAML makes some of them numbers. */
const idSchema = () => z.union([z.string().regex(new RegExp(ID_PATTERN, 'u')), z.number(), z.null()]);

function fieldsOf(type: ItemType, names: Named): Record<string, z.ZodType> {
  const all: Fields = { ...COMMON_FIELDS, ...type.fields };
  return Object.fromEntries(
    Object.entries(all).map(([name, { kind, doc }]) => [name, names.describe(names.kind(kind).optional(), doc)]),
  );
}

function collectionsSchema(items: ReadonlyMap<string, z.ZodType>, names: Named): z.ZodType {
  const held = [...items].flatMap(([name, item]) => {
    const type = typeNamed(name);
    if (!type?.collection) return [];
    const entry = names.define(
      `${name}-entry`,
      z.intersection(item, z.object({ id: z.union([z.string(), z.number()]) })),
      type.doc,
    );
    return [[type.plural, z.union([z.array(z.union([entry, z.null()])), z.null()]).optional()] as const];
  });
  return z.object(Object.fromEntries(held));
}

function configSchema(): object {
  const names = new Named();
  const keys = Object.entries(configKeys(RULE_CODES)).filter(([, { kind }]) => kind.name !== 'reserved');
  const fields = keys.map(([key, { kind, doc }]) => [key, names.describe(names.kind(kind).optional(), doc)] as const);
  const root = names.define('root', z.strictObject(Object.fromEntries(fields)), '');
  const { root: schema, ...definitions } = names.definitions([root]);
  return {
    ...DRAFT,
    title: 'milepost.yaml',
    ...(schema as object),
    description: 'How Milepost reads and checks a plan: the same for the editor and the command line.',
    definitions,
  };
}
