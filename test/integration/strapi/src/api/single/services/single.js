module.exports = require('@strapi/strapi').factories.createCoreService('api::single.single')
