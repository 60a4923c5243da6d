/** How an appeal says which figure it is against: `programme/period/unit`. */

interface FigureAddress {
  readonly programme: string;
  readonly period: string;
  readonly unit: string;
}

/** The parts of `programme/period/unit`, where the period may itself hold a slash (2018/19); null for text of fewer parts. */
export function splitFigure(text: string): FigureAddress | null {
  const [programme = '', ...rest] = text.split('/');
  const unit = rest.pop() ?? '';
  return rest.length === 0 ? null : { programme, period: rest.join('/'), unit };
}
