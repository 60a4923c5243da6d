/** Table `documents` (文件): the authority behind programmes, awards and corrections. */
import { z } from 'zod';
import { dateColumn, idColumn, plainColumn, textColumn } from '../columns.ts';

export const documentsSchema = z.object({
  document: idColumn('Id of the document.'),
  title: textColumn('Its title.'),
  number: plainColumn('Number of the document (文号); of one that several offices issued all of them, with ； or 、 between.').optional(),
  index_no: plainColumn('Index number in the disclosure catalogue (索引号).').optional(),
  issuer: textColumn('Who issued it.').optional(),
  made_on: dateColumn('Day on which it was made (成文日期).').optional(),
  published_on: dateColumn('Day on which it was disclosed (公开日期).').optional(),
  openness: plainColumn('How it is disclosed (公开形式).').optional(),
  validity: plainColumn('Whether it is in force (有效性).').optional(),
  url: plainColumn('Its address on the web: https://…').optional(),
});
