// Tests of OrgNetwork.
