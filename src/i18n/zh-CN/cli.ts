/** Section `cli` of the dictionary: what the program says in a terminal, and the faults that only it can find. */
export const cli = {
  'cli.usage': `用法：sunboard <命令> …

  sunboard check DIR [--format text|json|github|sarif]
      列出数据文件夹里的全部问题
  sunboard build DIR [--out dist] [--base /path/] [--site https://…] [--as-of YYYY-MM-DD]
      先检查，再生成网站；有问题时保留原来的网站
  sunboard dev DIR [--port 4321] [--as-of YYYY-MM-DD]
      实时预览，保存数据后自动刷新

退出码：0 正常；1 数据有问题；2 命令写错了。`,
  'cli.unknownCommand': '没有“{command}”这个命令。',
  'cli.folderMissing': '没有文件夹 {dir}。',
  'cli.noFolder': '请写明数据文件夹，例如：sunboard {command} data/demo',
  'cli.optionValue': '选项 {option} 缺少它的值，或者不该带值。',
  'cli.unknownOption': '这个命令没有选项 {option}。可用的有：{options}。',
  'cli.badDate': '--as-of “{value}”不是日期。请写成 2023-12-31 的样子。',
  'cli.badSite': '--site “{value}”不是网址。请写成 https://example.org 的样子。',
  'cli.badBase': '--base “{value}”不能用。请写成 /path/ 的样子。',
  'cli.badFormat': '--format 只能是 {choices}。',
  'cli.outBusy': '另一个构建正在写入“{out}”（进程 {pid}），请等它结束后再试；如果并没有构建在运行，请删除 {file}。',
  'cli.outHolds': '“{out}”就是当前文件夹或门户文件夹，或者包含它们。请给网站另选一个单独的文件夹。',
  'cli.outFull': '磁盘空间不足，无法写入“{out}”。原来的网站保持不变。',
  'cli.outUnwritable': '无法写入“{out}”：{path}（{code}）。原来的网站保持不变。',
  'cli.optionTwice': '{option} 写了两次，只能写一次。',
  'cli.outTaken': '“{out}”里有别的文件，或者不是文件夹，不是本程序生成的网站。请换一个文件夹，或先把它移走。',
  'cli.badPort': '--port “{value}”不是端口号。',
  'cli.noProblems': '没有发现问题。',
  'cli.problems': '发现 {errors} 处错误、{warnings} 处提醒。',
  'cli.more': '“{code}”还有 {n} 处，没有逐一列出。',
  'cli.stopped': '网站没有更新，原来的网站保持不变。',
  'cli.stoppedFirst': '网站没有生成。',
  'cli.severity.error': '错误',
  'cli.severity.warning': '提醒',
  'cli.hint': '怎么改：{hint}',
  'cli.read': '读取 {files} 个文件',
  'cli.frames': '准备页面框架',
  'cli.printing': '已生成 {pages} 页',
  'cli.built': '{out}：{pages} 页，{files} 个文件，新写 {written} 个，删去 {removed} 个，用时 {seconds} 秒。',
  'cli.dev': '预览地址：{url}',
  'cli.devReload': '{file} 已更新，用时 {ms} 毫秒',
  'cli.devProblems': '数据有问题，改好并保存后自动刷新',
  'cli.devBefore': '下面是这个文件夹里的全部问题。',
  'problem.prose-front-matter': '正文开头的说明（front matter）读不懂：{detail}',
  'hint.prose-front-matter': '开头两行“---”之间每行写成“title: 标题”的样子。',
  'problem.prose-orphan-language': '这一页只有{lang}，没有{other}。',
  'hint.prose-orphan-language': '在 pages/{other}/ 下放一份译文；没有译文时，页面用原文并注明语言。',
  'problem.text-untranslated': '{n} 处文字缺少 {lang} 译文，例如“{example}”。',
  'hint.text-untranslated': '补上译文；在补上之前，页面用原文并注明语言。',
} as const satisfies Record<string, string>;
