/** `portal.yaml`: what may stand in it, and the total configuration that comes of it. */
import { z } from 'zod';
import { INTERFACE_LANGUAGES } from '../i18n/index.ts';
import { findRelated } from '../i18n/languages.ts';
import type { Problems } from '../problems.ts';
import { DEFAULT_LANGUAGE } from '../read/language.ts';
import type { YamlSource } from '../read/rows.ts';
import type { PortalConfig } from './config.ts';
import { parseDate } from './date.ts';
import { isLanguage, LANGUAGE_TAG } from './languageTag.ts';
import { PICTURE } from './picture.ts';
import { parseSpec, textSpec } from './spec.ts';
import { parseDays, toCalendar } from './workdays.ts';

const asOfSpec = z.string().transform((text, context): string => {
  const asOf = parseAsOf(text);
  if (asOf !== null) return asOf;
  context.addIssue({ code: 'custom', message: 'config-as-of' });
  return z.NEVER;
});

/** A language of the portal: one that the interface speaks, so that no page is half in another. */
const languageSpec = z
  .string()
  .regex(LANGUAGE_TAG, 'config-language')
  .refine((lang) => !LANGUAGE_TAG.test(lang) || isLanguage(lang), 'config-language')
  .refine((lang) => !isLanguage(lang) || findRelated(lang, INTERFACE_LANGUAGES) !== undefined, {
    message: 'config-language-unspoken',
    params: { languages: INTERFACE_LANGUAGES },
  });

/** The same language twice would be the same pages twice. */
const languagesSpec = z
  .array(languageSpec)
  .min(1)
  .superRefine((languages, context) => {
    const seen = new Set<string>();
    for (const [i, lang] of languages.entries()) {
      if (seen.has(lang.toLowerCase())) context.addIssue({ code: 'custom', message: 'config-language-twice', path: [i] });
      seen.add(lang.toLowerCase());
    }
  });

const addressSpec = z
  .string()
  .refine((text) => /^(?:https?:\/\/|\/(?![/\\])|mailto:)[^\s<>"]*$/.test(text) && (text.startsWith('/') || URL.canParse(text)), 'config-address');

/** An address that is a host and nothing else: what stands in citations and in the sitemap is made of it as it is. */
function isOrigin(text: string): boolean {
  return /^https?:\/\/[^\s/\\<>"'{}?#@]+\/?$/.test(text) && URL.canParse(text);
}

const daysSpec = z.string().transform((text, context): readonly number[] => {
  const days = parseDays(text);
  if (days !== null) return days;
  context.addIssue({ code: 'custom', message: 'config-days' });
  return z.NEVER;
});

export const portalSchema = z.strictObject({
  title: textSpec.describe('Name of the portal.'),
  description: textSpec.optional().describe('One or two sentences about it, for the home page and for search engines.'),
  publisher: z
    .union([
      z.string(),
      z.strictObject({
        name: textSpec.describe('Who publishes it.'),
        url: addressSpec.optional().describe('The publisher’s own site.'),
        phone: z.string().optional().describe('A landline or hotline to ask; mobile numbers are refused.'),
        email: z.string().optional().describe('A mailbox of the office to ask.'),
      }),
    ])
    .describe('Who publishes it, and whom to ask. In several languages: { name: { zh-CN: …, en: … } }.'),
  languages: z
    .union([languageSpec, languagesSpec])
    .optional()
    .describe(`Languages, of ${INTERFACE_LANGUAGES.join(' and ')}; the first is at /, the others under /<language>/. Default: [zh-CN].`),
  licence: z.string().optional().describe('Licence of the data, such as CC-BY-4.0.'),
  as_of: asOfSpec.optional().describe('The day that everything depends on: a date, today, or latest (the newest date in the data; default).'),
  site: z
    .string()
    .refine(isOrigin, 'config-address')
    .optional()
    .describe('Origin of the site, https://…, for addresses in full: in citations, in the sitemap, on paper.'),
  fictional: z.boolean().optional().describe('Prints on every page that places and figures are invented.'),
  year_starts: z
    .int()
    .min(1)
    .max(12)
    .optional()
    .describe('Month in which the fiscal or school year starts. Periods like 2018/19 need it; else the year starts in January.'),
  work_calendar: z
    .strictObject({
      holidays: z.array(daysSpec).describe('Days off, as YYYY-MM-DD or YYYY-MM-DD..YYYY-MM-DD.'),
      worked: z.array(daysSpec).optional().describe('Weekend days that are worked for them (调休).'),
    })
    .optional()
    .describe('Public holidays, so that working days are counted without them. Without it they are Mondays to Fridays, and pages say so.'),
  programmes: z
    .array(z.string())
    .optional()
    .describe('Ids of programmes in the order in which they stand everywhere. Those not listed follow by id, a parent before its children.'),
  footer: z
    .strictObject({
      organiser: textSpec.optional().describe('主办单位: who runs the site.'),
      icp: z.string().optional().describe('ICP备案号.'),
      police: z.string().optional().describe('公安备案号.'),
      site_code: z.string().optional().describe('网站标识码.'),
      links: z
        .array(z.strictObject({ name: textSpec.describe('What the link says.'), url: addressSpec.describe('Where it leads.') }))
        .optional()
        .describe('Further links: 无障碍, 我为政府网站找错 …'),
    })
    .optional()
    .describe('Slots of the footer that government sites in China need.'),
  brand: z
    .strictObject({
      accent: z
        .string()
        .regex(/^#[0-9a-fA-F]{6}$/, 'config-colour')
        .optional()
        .describe('Accent colour, "#rrggbb" in quotation marks.'),
      emblem: z.string().regex(PICTURE, 'config-file').optional().describe('Emblem: a picture in public/ of the portal folder, by its path there.'),
      short_title: textSpec.optional().describe('Short name, for the header on a phone.'),
    })
    .optional()
    .describe('The portal’s own look.'),
  column: textSpec.optional().describe('栏目: ColumnName for government meta tags.'),
  content_source: textSpec.optional().describe('来源: ContentSource for government meta tags.'),
  tables: z.record(z.string(), z.unknown()).optional().describe('How to read tables that others made, as they are.'),
});

type PortalSpec = z.output<typeof portalSchema>;

function toPublisher(spec: PortalSpec['publisher']): PortalConfig['publisher'] {
  if (typeof spec === 'string') return { name: spec, url: null, phone: null, email: null };
  return { name: spec.name, url: spec.url ?? null, phone: spec.phone ?? null, email: spec.email ?? null };
}

function toConfig(spec: PortalSpec): PortalConfig {
  const { footer, brand } = spec;
  return {
    title: spec.title,
    description: spec.description ?? null,
    publisher: toPublisher(spec.publisher),
    languages: spec.languages === undefined ? [DEFAULT_LANGUAGE] : [spec.languages].flat(),
    licence: spec.licence ?? null,
    asOf: spec.as_of ?? 'latest',
    site: spec.site?.replace(/\/$/, '') ?? null,
    fictional: spec.fictional ?? false,
    yearStarts: spec.year_starts ?? 1,
    yearStartsSaid: spec.year_starts ?? null,
    workCalendar: spec.work_calendar ? toCalendar(spec.work_calendar.holidays.flat(), spec.work_calendar.worked?.flat() ?? []) : null,
    programmes: spec.programmes ?? [],
    footer: {
      organiser: footer?.organiser ?? null,
      icp: footer?.icp ?? null,
      police: footer?.police ?? null,
      siteCode: footer?.site_code ?? null,
      links: footer?.links ?? [],
    },
    brand: { accent: brand?.accent ?? null, emblem: brand?.emblem ?? null, shortTitle: brand?.short_title ?? null },
    column: spec.column ?? null,
    contentSource: spec.content_source ?? null,
  };
}

/** `today`, `latest` or a day, as the build was asked; null when it is none of them. */
export function parseAsOf(text: string): string | null {
  if (text === 'today' || text === 'latest') return text;
  const date = parseDate(text);
  return typeof date === 'string' ? date : null;
}

/** The portal's configuration; null after faults. */
export function parsePortalConfig(source: YamlSource, problems: Problems): PortalConfig | null {
  const spec = parseSpec(portalSchema, source, problems);
  return spec && toConfig(spec);
}
