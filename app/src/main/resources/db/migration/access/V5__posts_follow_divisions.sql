COMMENT ON COLUMN access.post.scope IS 'Division whose whole subtree the post may see; a property of the post, so no row security; division: follows';
COMMENT ON COLUMN access.post.org_unit_id IS 'office: follows';
