module.exports = require('@strapi/strapi').factories.createCoreController('api::undrafted.undrafted')
