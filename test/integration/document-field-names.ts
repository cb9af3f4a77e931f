/** The fields of the content types under test, by our names for them. */
export const FIELDS = {
  key: 'storyKey',
  mark: 'hash',
  title: 'title',
  body: 'body',
  slug: 'slug',
  excerpt: 'excerpt',
  date: 'publishAt',
  tags: 'tags',
  image: 'image',
}
