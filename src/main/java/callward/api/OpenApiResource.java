package callward.api;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

/** The API's description of itself, made from the code that answers, so that they cannot differ. It holds no secret: everybody may read it. */
@ApiResource
@Path("openapi.json")
@Produces(MediaType.APPLICATION_JSON)
public class OpenApiResource {

    /** Describe this API. In OpenAPI 3.1, made from the code that answers; open to everybody. */
    @GET
    @PermitAll
    public JsonNode describe(@Context UriInfo address) {
        return new OpenApi(Javadoc.ours()).document(ApiResources.all(), address.getBaseUri().getPath().replaceFirst("/$", ""));
    }
}
