/** Chinese of the reference: tables that others made. */
import type { Sentences } from '../speaker.ts';

export const mapping: Sentences = {
  'Where the file stands, inside the portal folder; several files of one shape as a list, or with * and ? for characters of their names: raw/*.csv.':
    '文件在门户文件夹里的位置；样式相同的几个文件可以列出，也可以用 * 和 ? 代替文件名里的字：raw/*.csv。',
  'How its bytes are to be read: utf-8, gb18030, utf-16le, windows-1252 …; auto finds UTF-8, GB18030 (GBK) and, by its mark, UTF-16.':
    '文件的编码：utf-8、gb18030、utf-16le、windows-1252 等；`auto` 自动识别 UTF-8、GB18030（GBK）和带标记的 UTF-16。',
  'What separates its cells: a character, or tab, comma, semicolon or pipe; auto finds out.':
    '各列之间用什么隔开：写一个符号，或者 tab、comma、semicolon、pipe；`auto` 自动识别。',
  'Lines above the header.': '表头上面有几行。',
  'Rows of the header. With 2, a column is called by both, with a space between (第一季度 得分): an upper head counts for the blanks to its right, and where one of the two is blank the other stands alone.':
    '表头有几行。写 2 的，列名由上下两行合成，中间空一格（第一季度 得分）：上行的大标题管到它右边的空格，上下有一格空着的，只取另一格。',
  'Columns of the file of which merged cells left only the first of each block filled: a blank cell means what stands above it, up to a line that sums up. They are filled before anything else is done with a row. Not for numbers.':
    '合并单元格的列：导出后只有每一块的第一行有内容，空着的格取上面的内容，遇到汇总行为止。读取一行时最先填好，再作其他处理。数字列不能用。',
  'Which column of the file is which of the table: unit: 单位名称. Of headers that are alike 得分#2 is the second, and (file) is the name of the file without its ending, as where each quarter has a file of its own. One column of the file may be several of the table. With columns, those that it names are read and no others; without, those whose headers the table knows.':
    '原表的哪一列对应本表的哪一列：unit: 单位名称。表头相同的，第二个写成 得分#2；(file) 指不带扩展名的文件名，适用于一个季度一个文件的情形。原表的一列可以对应本表的几列。写了 columns 的，只读取写明的列；不写的，凡表头认得出的列都读取。',
  'Columns that the file lacks, with their one value.': '原表没有的列，每行都是同一个值。',
  'What stands for nothing; as a map, with the status that it means. A figure without one is not_submitted.':
    '哪些写法表示没有数据；写成“名称: 值”的，同时说明算什么状态。没有说明状态的数据为未报送。',
  'Which rows count: all conditions must hold. A word, or a list of words, is short for is.':
    '读取哪些行：各项条件须同时符合。只写一个词或几个词的，等于写 `is`。',
  'It is this word.': '是这个词。',
  'It is one of these words.': '是这几个词之一。',
  'It is none of these words.': '不是这几个词。',
  'It matches this regular expression.': '符合这个正则表达式。',
  'Columns whose names become ids; as a map, ids and the columns that they are made of.':
    '用名称做编号的列；写成“名称: 值”的，说明编号由哪几列合成。',
  'Columns of the file that become rows.': '把原表的几列变成几行。',
  'Which of its columns.': '原表的哪几列。',
  'A regular expression that their headers match.': '表头符合的正则表达式。',
  'What a header and a cell become.': '表头和单元格各放到哪里。',
  'The column for their headers.': '放表头的列。',
  'The column for their cells.': '放单元格内容的列。',
  'Whether the file’s rows are its columns.': '行和列是否对调。',
  'What whole cells become: cell by cell, or by rules of which the first that fits counts; in what they become, $1 is the first pair of brackets of a regular expression.':
    '把整格的内容换成别的：逐个写明，或者写几条规则，以第一条符合的为准；换成的内容里，$1 指正则表达式第一对括号里的内容。',
  'What it becomes.': '换成什么。',
  'Columns of the table whose cells hold several (市财政局、市住建局), with 、 ； ， or a line break between, or else a comma or a stroke: a row for each, alike in all else. Not for numbers.':
    '一格里写了几个的列（市财政局、市住建局）：以 、 ； ， 或换行隔开的，没有这些符号时以半角逗号或斜杠隔开的，拆成几行，其他各列照抄。数字列不能用。',
  'Columns that a row is told by. Rows of several files that are alike in them are one row, in which the last cell that is not blank counts; within one file they must agree.':
    '凭哪些列认出同一行。几个文件里这些列相同的行合为一行，各列取最后一个不空的内容；同一个文件里重复的行须完全一致。',
  'Of such rows, columns of which the first cell that is not blank counts: an original due date.':
    '合并时取第一个（而不是最后一个）不空内容的列，如最初的时限。',
  'Instead of one row, each in which these columns are not what they were in the file before: an extension.':
    '不合并，而是把这些列与前一个文件不同的行逐条留下，如延期。',
  'What comes first in a date such as 03/04/2023: the day or the month.': '03/04/2023 这样的日期，先写日（`dmy`）还是先写月（`mdy`）。',
  'The decimal mark of its numbers: in 99,125 a comma may be either.': '数字里的小数点：99,125 里的逗号可能是小数点，也可能是千分位。',
  'Whether a row at fault stops the build (stop), or is left out and listed as a warning (report): of observations, scores, tasks, task_units, task_events and awards.':
    '有错的行怎么办：`stop` 停下来报错；`report` 略去这一行并提醒，只能用于 observations、scores、tasks、task_units、task_events 和 awards。',
};
