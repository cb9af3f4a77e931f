<?php
/**
 * Plugin Name: Dépêche
 * Description: Lets Dépêche recognise the posts it published, and tells search engines which posts are translations of one another.
 * Version: 1.1.0
 * Requires at least: 6.0
 * Requires PHP: 7.4
 * License: MIT
 */

defined( 'ABSPATH' ) || exit;

/** What is kept beside a post: its key, the story and language it tells, and marks of what was written last. */
const DEPECHE_META = array( 'depeche_key', 'depeche_story', 'depeche_lang', 'depeche_state', 'depeche_former' );

add_action(
	'init',
	function () {
		foreach ( DEPECHE_META as $key ) {
			register_post_meta(
				'post',
				$key,
				array(
					'type'          => 'string',
					'single'        => true,
					'default'       => '',
					'show_in_rest'  => true,
					// Whoever may edit the post may keep its marks; nobody else sees or sets them.
					'auth_callback' => function ( $allowed, $meta, $post ) {
						return current_user_can( 'edit_post', $post );
					},
				)
			);
		}
	}
);

/** GET /wp/v2/posts?depeche_key=… finds one post, ?depeche=1 all of them. Only for those who may see drafts. */
add_filter(
	'rest_post_query',
	function ( $args, $request ) {
		if ( ! current_user_can( 'edit_posts' ) ) {
			return $args;
		}
		$query = array();
		if ( is_string( $request['depeche_key'] ) && '' !== $request['depeche_key'] ) {
			$query[] = array(
				'key'   => 'depeche_key',
				'value' => $request['depeche_key'],
			);
		} elseif ( ! empty( $request['depeche'] ) ) {
			$query[] = array(
				'key'     => 'depeche_key',
				'value'   => '',
				'compare' => '!=',
			);
		}
		if ( $query ) {
			$args['meta_query'] = isset( $args['meta_query'] ) ? array( 'relation' => 'AND', $args['meta_query'], $query ) : $query;
		}
		return $args;
	},
	10,
	2
);

/** A namespace of its own says that the plugin is there, and in which version. */
add_action(
	'rest_api_init',
	function () {
		register_rest_route(
			'depeche/v1',
			'/version',
			array(
				'methods'             => 'GET',
				'callback'            => function () {
					return array(
						'version'       => '1.1.0',
						// Some web servers take the password out of a request: whoever sent one learns it here.
						'authorization' => isset( $_SERVER['PHP_AUTH_USER'] ) || ! empty( $_SERVER['HTTP_AUTHORIZATION'] ) || ! empty( $_SERVER['REDIRECT_HTTP_AUTHORIZATION'] ),
					);
				},
				'permission_callback' => '__return_true',
			)
		);
	}
);

/** … and this one, that former addresses lead to their posts. */
add_action(
	'rest_api_init',
	function () {
		register_rest_route(
			'depeche/redirects',
			'/version',
			array(
				'methods'             => 'GET',
				'callback'            => function () {
					return array( 'version' => '1.1.0' );
				},
				'permission_callback' => '__return_true',
			)
		);
	}
);

/** Where nothing is any more, a former address leads to its post. */
add_action(
	'template_redirect',
	function () {
		$slug = is_404() ? sanitize_title( basename( (string) wp_parse_url( $_SERVER['REQUEST_URI'] ?? '', PHP_URL_PATH ) ) ) : '';
		if ( '' === $slug ) {
			return;
		}
		$posts = get_posts(
			array(
				'post_status'    => 'publish',
				'posts_per_page' => 5,
				'orderby'        => 'ID',
				'order'          => 'ASC',
				'meta_query'     => array(
					array(
						'key'     => 'depeche_former',
						'value'   => '"' . $slug . '"',
						'compare' => 'LIKE',
					),
				),
			)
		);
		foreach ( $posts as $post ) {
			if ( ! depeche_is_copy( $post->ID ) ) {
				wp_safe_redirect( get_permalink( $post ), 301 );
				exit;
			}
		}
	}
);

/** Whether somebody made a post by copying one of ours, marks and all: it is no version of the story. */
function depeche_is_copy( $post ) {
	$state = json_decode( (string) get_post_meta( $post, 'depeche_state', true ), true );
	return is_array( $state ) && isset( $state['id'] ) && (int) $state['id'] !== (int) $post;
}

/** The translations of a post that readers can open, the post itself among them. */
add_action(
	'wp_head',
	function () {
		$post = is_singular( 'post' ) ? get_queried_object_id() : 0;
		$story = $post ? get_post_meta( $post, 'depeche_story', true ) : '';
		if ( ! $story || depeche_is_copy( $post ) ) {
			return;
		}
		$versions = get_posts(
			array(
				'post_status'    => 'publish',
				'posts_per_page' => 50,
				'orderby'        => 'ID',
				'order'          => 'ASC',
				'meta_key'       => 'depeche_story',
				'meta_value'     => $story,
			)
		);
		$versions = array_filter(
			$versions,
			function ( $version ) {
				return ! depeche_is_copy( $version->ID );
			}
		);
		if ( count( $versions ) < 2 ) {
			return;
		}
		foreach ( $versions as $version ) {
			$lang = get_post_meta( $version->ID, 'depeche_lang', true );
			if ( $lang ) {
				printf( '<link rel="alternate" hreflang="%s" href="%s">' . "\n", esc_attr( $lang ), esc_url( get_permalink( $version ) ) );
			}
		}
	}
);

/** The page of a post speaks the language of the post, whatever the language of the site. */
add_filter(
	'language_attributes',
	function ( $output ) {
		$lang = is_singular( 'post' ) ? get_post_meta( get_queried_object_id(), 'depeche_lang', true ) : '';
		return $lang ? preg_replace( '/lang="[^"]*"/', 'lang="' . esc_attr( $lang ) . '"', $output ) : $output;
	}
);
