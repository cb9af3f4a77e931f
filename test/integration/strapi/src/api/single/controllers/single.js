module.exports = require('@strapi/strapi').factories.createCoreController('api::single.single')
