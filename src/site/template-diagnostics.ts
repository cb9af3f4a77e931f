import Handlebars from 'handlebars'

/** A mistake in a template, and its line in its own file. */
export interface TemplateDiagnostic {
  readonly reason: string
  readonly line?: number
}

/** The helpers and partials that a template may use. */
export interface TemplateNames {
  readonly helpers: readonly string[]
  readonly partials: readonly string[]
}

/** Helpers built into Handlebars. */
const BUILT_IN = ['if', 'unless', 'each', 'with', 'lookup', 'log']

/** The first unknown helper or partial of a template, even in a branch that is never reached. */
export function unknownIn(
  program: hbs.AST.Program,
  { helpers, partials }: TemplateNames,
): TemplateDiagnostic | undefined {
  const diagnostics: TemplateDiagnostic[] = []
  const diagnostic = (reason: string, { loc }: hbs.AST.Node) => diagnostics.push({ reason, line: loc.start.line })
  const call = (node: hbs.AST.MustacheStatement | hbs.AST.BlockStatement | hbs.AST.SubExpression) => {
    const { original: name } = node.path as hbs.AST.PathExpression
    if (![...BUILT_IN, ...helpers].includes(name)) diagnostic(`there is no helper "${name}"`, node)
  }
  /** Without arguments, a name in braces is a field. */
  const isCall = (node: hbs.AST.MustacheStatement | hbs.AST.BlockStatement) =>
    node.params.length > 0 || node.hash?.pairs.length > 0
  const partial = (node: hbs.AST.PartialStatement | hbs.AST.PartialBlockStatement) => {
    const { type, original: name } = node.name as hbs.AST.PathExpression
    if (type === 'PathExpression' && !name.startsWith('@') && !partials.includes(name))
      diagnostic(`there is no template "${name}"`, node)
  }

  class TemplateVisitor extends Handlebars.Visitor {
    override MustacheStatement(node: hbs.AST.MustacheStatement): void {
      if (isCall(node)) call(node)
      super.MustacheStatement(node)
    }
    override BlockStatement(node: hbs.AST.BlockStatement): void {
      if (isCall(node)) call(node)
      super.BlockStatement(node)
    }
    override SubExpression(node: hbs.AST.SubExpression): void {
      call(node)
      super.SubExpression(node)
    }
    override PartialStatement(node: hbs.AST.PartialStatement): void {
      partial(node)
      super.PartialStatement(node)
    }
    override PartialBlockStatement(node: hbs.AST.PartialBlockStatement): void {
      partial(node)
      super.PartialBlockStatement(node)
    }
  }
  new TemplateVisitor().accept(program)
  return diagnostics[0]
}

const UNREADABLE = /^(?:Parse|Lexical) error on line (\d+)[^\n]*\n([^\n]*)\n(-*)\^\n?(.*)/s
const WITH_PLACE = /^(.*?)(?: in \[object [^\]]*\])? - (\d+):\d+$/s

/**
 * Handlebars' message about a template, in one line: the original draws an arrow below the text, and puts the place
 * last.
 */
export function templateDiagnosticOf(error: unknown): TemplateDiagnostic {
  const message = error instanceof Error ? error.message : String(error)
  const [unreadable, at, text = '', arrow = '', expected = ''] = UNREADABLE.exec(message) ?? []
  if (unreadable !== undefined) {
    const read = text.slice(0, arrow.length)
    const where = read === '' ? 'from its start' : `after ${JSON.stringify(read)}`
    return { reason: `cannot be read ${where}. ${expected}`.trim(), line: Number(at) }
  }
  const [placed, reason = '', line] = WITH_PLACE.exec(message) ?? []
  if (placed !== undefined) return { reason, line: Number(line) }
  return { reason: message.split('\n')[0] ?? '' }
}
