module.exports = require('@strapi/strapi').factories.createCoreService('api::undrafted.undrafted')
