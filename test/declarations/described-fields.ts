import * as z from 'zod';

interface Def {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly items?: readonly z.ZodType[];
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly valueType?: z.ZodType;
  readonly left?: z.ZodType;
  readonly right?: z.ZodType;
  readonly in?: z.ZodType;
  readonly out?: z.ZodType;
  readonly getter?: () => z.ZodType;
}

const defOf = (schema: z.ZodType): Def => schema._zod.def as unknown as Def;
const descriptionsOf = (schema: z.ZodType): readonly string[] => {
  const own = z.globalRegistry.get(schema)?.description;
  const { innerType, type, in: inner, out } = defOf(schema);
  const below = innerType ?? (type === 'pipe' ? (defOf(out ?? schema).type === 'transform' ? inner : out) : undefined);
  return [...(own ? [own] : []), ...(below ? descriptionsOf(below) : [])];
};

/** Chinese and English both stand in it. */
const bilingual = (text: string): boolean => /\p{Script=Han}/u.test(text) && /[A-Za-z]{2,}/.test(text);

const partsOf = (schema: z.ZodType): readonly (readonly [place: string, part: z.ZodType])[] => {
  const { innerType, element, options, items, valueType, left, right, in: inner, out, getter } = defOf(schema);
  const single: readonly (readonly [string, z.ZodType | undefined])[] = [
    ['', innerType],
    ['[]', element],
    ['{}', valueType],
    ['', left],
    ['', right],
    ['', inner],
    ['', out],
    ['', getter?.()],
  ];
  const several = [...(options ?? []), ...(items ?? [])].map((part): readonly [string, z.ZodType] => ['', part]);
  return [...single.filter((entry): entry is readonly [string, z.ZodType] => entry[1] !== undefined), ...several];
};

/** Places of a schema, as dotted paths, whose field has no description in Chinese and English. Components are visited once. */
export function undescribed(schema: z.ZodType, at: string, seen: Set<z.ZodType> = new Set()): readonly string[] {
  if (seen.has(schema)) return [];
  seen.add(schema);
  const fields = Object.entries(defOf(schema).shape ?? {}).flatMap(([name, field]) => {
    const place = `${at}.${name}`;
    const fault = descriptionsOf(field).some(bilingual) || defOf(field).type === 'literal' ? [] : [place];
    return [...fault, ...undescribed(field, place, seen)];
  });
  return [...fields, ...partsOf(schema).flatMap(([place, part]) => undescribed(part, `${at}${place}`, seen))];
}

/** Faults of a schema that stands in the contract: an id, a description, examples, and examples that are true. */
export function undocumented(schema: z.ZodType, at: string): readonly string[] {
  const meta = z.globalRegistry.get(schema);
  const examples = (meta?.['examples'] ?? []) as readonly unknown[];
  const wrong = examples.flatMap((example, i) => {
    const { error } = schema.safeParse(example);
    return error
      ? [
          `${at}: example ${i} is refused: ${error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; ')}`,
        ]
      : [];
  });
  return [
    ...(meta?.['id'] ? [] : [`${at}: no id`]),
    ...(bilingual(meta?.description ?? '') ? [] : [`${at}: no description in both languages`]),
    ...(examples.length > 0 ? [] : [`${at}: no examples`]),
    ...wrong,
  ];
}
