module.exports = require('@strapi/strapi').factories.createCoreRouter('api::single.single')
