/** Texts that a language of the portal lacks: named once a language, so that they can be mended, and no reason to stop. */
import type { Assessment } from '../assess/results.ts';
import { say, type Text } from '../model/text.ts';
import type { Prose } from '../press/prose.ts';
import { fileOf, type Problems } from '../problems.ts';

/** Warns of names that lack one of the portal's languages, the first one too, and of pages that are there in the first and not in another. */
export function reportUntranslated(assessment: Assessment, prose: readonly Prose[], problems: Problems): void {
  const { languages } = assessment.portal.config;
  const [first] = languages;
  for (const lang of languages) {
    const missing = [...namesOf(assessment)].filter((text) => (typeof text === 'string' ? lang !== first : text[lang] === undefined));
    const [example] = missing;
    if (example !== undefined)
      problems.warning('text-untranslated', fileOf('portal.yaml'), { n: missing.length, lang, example: say(example, first ?? lang, languages) });
    for (const page of prose) {
      if (lang !== first && page.lang === first && !prose.some((other) => other.path === page.path && other.lang === lang)) {
        problems.warning('prose-orphan-language', fileOf(page.name), { lang: first, other: lang });
      }
    }
  }
}

/** The names that stand on many pages; long texts may well be in one language only. */
function* namesOf({ portal }: Assessment): Generator<Text> {
  yield portal.config.title;
  yield portal.config.publisher.name;
  for (const unit of portal.units) yield unit.name;
  for (const { config, indicators, tasks } of portal.programmes) {
    yield config.name;
    for (const named of [...config.groups, ...config.dimensions, ...config.instruments]) yield named.name;
    for (const indicator of indicators) yield indicator.name;
    for (const task of tasks) yield task.title;
  }
}
