module.exports = require('@strapi/strapi').factories.createCoreRouter('api::undrafted.undrafted')
