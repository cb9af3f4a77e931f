/** What people do with buttons that the interface for programs does not have. */
const people = strapi => {
  const documents = () => strapi.documents('api::article.article')
  return [
    ['unpublish', ({ params }) => documents().unpublish({ documentId: params.document, locale: params.locale })],
    ['duplicate', ({ params }) => documents().clone({ documentId: params.document, locale: params.locale })],
  ].map(([name, does]) => ({
    method: 'POST',
    path: `/people/${name}/:document/:locale`,
    config: { auth: false },
    async handler(context) {
      context.body = (await does(context)) ?? {}
    },
  }))
}

// The first start: a second locale, and a token for programs, told once.
module.exports = {
  register({ strapi }) {
    strapi.server.routes(people(strapi))
  },
  async bootstrap({ strapi }) {
    const locales = strapi.plugin('i18n').service('locales')
    for (const code of ['fr', 'en'])
      if (!(await locales.findByCode(code))) await locales.create({ code, name: code, isDefault: false })
    const tokens = strapi.service('admin::api-token') ?? strapi.admin.services['api-token']
    const token = await tokens.create({ name: 'publisher', description: '', type: 'full-access', lifespan: null })
    process.stdout.write(`\n#TOKEN#${token.accessKey}#\n`)
  },
}
