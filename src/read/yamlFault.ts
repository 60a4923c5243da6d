/** Faults of YAML's own grammar: which of them it is, and where it was made rather than where reading came to a stop. */
import { type Document, isMap, isScalar, isSeq, type Node, visit, type YAMLError } from 'yaml';

/** A code of a problem and the offset of what is at fault. */
interface YamlFault {
  readonly code:
    | 'yaml-tab'
    | 'yaml-quote-open'
    | 'yaml-wide'
    | 'yaml-comment'
    | 'yaml-bracket-open'
    | 'yaml-bracket-extra'
    | 'yaml-indent'
    | 'yaml-colon'
    | 'yaml-no-colon'
    | 'yaml-first-character'
    | 'yaml-escape'
    | 'yaml-comma'
    | 'yaml-several-documents'
    | 'yaml-too-deep'
    | 'yaml-syntax';
  readonly offset: number;
}

/** Where the last node of a kind begins that reaches up to an offset: what was opened there and never closed. */
function findOpened(document: Document, upTo: number, isKind: (node: Node) => boolean): number | null {
  let opened: number | null = null;
  visit(document, {
    Node(_, node) {
      const [start, , end] = node.range ?? [0, 0, 0];
      if (isKind(node) && start < upTo && end >= upTo) opened = start;
    },
  });
  return opened;
}

function isQuoted(node: Node): boolean {
  return isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE');
}

function isFlow(node: Node): boolean {
  return (isMap(node) || isSeq(node)) && node.flow === true;
}

/** A line that is indented further than the one it should stand beside is taken for more of that one; or a text holds a colon. */
function ofNested(text: string, from: number, others: readonly YAMLError[]): YamlFault {
  const over = others.find(({ code, pos }) => code === 'MULTILINE_IMPLICIT_KEY' && pos[0] === from);
  const wide = findWide(text, from);
  if (wide !== null) return { code: 'yaml-wide', offset: wide };
  const next = over ? /\n[^\S\n]*(?=\S)/.exec(text.slice(from, over.pos[1] + 1)) : null;
  return next ? { code: 'yaml-indent', offset: from + next.index + next[0].length } : { code: 'yaml-colon', offset: from };
}

/** Full-width marks that do nothing in YAML, and that Chinese keyboards type instead of those that do. */
const WIDE_CLOSING: Readonly<Record<string, string>> = { '{': '｝', '[': '］' };

/** The full-width bracket or comma that makes a second colon of one that is well in its place: `｛ id: a, name: b }`, `{ id: a，name: b }`. */
function findWide(text: string, from: number): number | null {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const line = text.slice(start).split('\n', 1)[0] as string;
  const before = line.slice(0, from - start);
  const bracket = before.search(/[｛［]/);
  if (bracket >= 0) return start + bracket;
  const item = before.search(/[^{[,]*$/);
  const comma = item > 0 ? line.slice(item).search(/[，；、]\s*[\w-]+:\s/) : -1;
  return comma < 0 ? null : start + item + comma;
}

/** Why a bracket is not closed: the one that closes it is full-width, or stands behind a “#”. */
function ofOpened(text: string, opened: number, upTo: number): YamlFault {
  const inside = text.slice(opened, upTo);
  const wide = inside.split('\n', 1)[0]?.indexOf(WIDE_CLOSING[inside.charAt(0)] as string) ?? -1;
  if (wide >= 0) return { code: 'yaml-wide', offset: opened + wide };
  const comment = inside.search(/(?<=\s)#[^\n]*[}\]]/);
  return comment < 0 ? { code: 'yaml-bracket-open', offset: opened } : { code: 'yaml-comment', offset: opened + comment };
}

/** What a fault of the parser is. `others`: all that it found, since one slip may bring several. */
export function findFault(error: YAMLError, others: readonly YAMLError[], document: Document, text: string): YamlFault {
  const { code, message } = error;
  const [offset] = error.pos;
  if (message.includes('call stack')) return { code: 'yaml-too-deep', offset: 0 };
  if (code === 'MULTIPLE_DOCS') return { code: 'yaml-several-documents', offset };
  if (code === 'MISSING_CHAR' && message.includes('quote'))
    return { code: 'yaml-quote-open', offset: findOpened(document, offset, isQuoted) ?? offset };
  if (/\bend with\b/.test(message)) return ofOpened(text, findOpened(document, offset, isFlow) ?? offset, offset);
  if (code === 'MISSING_CHAR' && message.includes(',')) return { code: 'yaml-comma', offset };
  if (code === 'TAB_AS_INDENT') return { code: 'yaml-tab', offset };
  if (code === 'BAD_INDENT') return { code: 'yaml-indent', offset };
  if (code === 'BLOCK_AS_IMPLICIT_KEY' || code === 'BLOCK_IN_FLOW') return ofNested(text, offset, others);
  if (code === 'MULTILINE_IMPLICIT_KEY' || (code === 'MISSING_CHAR' && message.includes('Implicit map keys')))
    return { code: 'yaml-no-colon', offset };
  if (code === 'BAD_SCALAR_START') return { code: 'yaml-first-character', offset };
  if (code === 'BAD_DQ_ESCAPE') return { code: 'yaml-escape', offset };
  if (code === 'UNEXPECTED_TOKEN' && message.includes('flow-')) return { code: 'yaml-bracket-extra', offset };
  return { code: 'yaml-syntax', offset };
}
